/* In the copy that opens from a folder, where a page may fetch no file and start no worker from one:
   each file that is wanted stands beside itself as a script that gives its text. */
const waiting = new Map();
const given = (text) => waiting.get(document.currentScript)(new Response(text));
window.fetch = (address) =>
  new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement("script"), { src: `${address}.js`, onerror: reject });
    waiting.set(script, resolve);
    document.head.append(script);
  });

const FileWorker = Worker;
window.Worker = class extends EventTarget {
  constructor(address) {
    super();
    this.address = new URL(address, location);
  }
  /* Started with the first message. */
  start() {
    return fetch(this.address).then((file) => file.blob()).then((source) => {
      const worker = new FileWorker(URL.createObjectURL(source));
      worker.onmessage = ({ data }) => this.dispatchEvent(new MessageEvent("message", { data }));
      return worker;
    });
  }
  postMessage(data) {
    (this.started ??= this.start()).then((worker) => worker.postMessage(data));
  }
};
