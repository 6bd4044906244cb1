"""Where a server of the tests can stand."""

import socket


def free_address() -> str:
    """Host and port on loopback that nothing uses."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"127.0.0.1:{free.getsockname()[1]}"
