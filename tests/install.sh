#!/bin/sh
# What the tests need beside Python: a browser, and the W3C's HTML checker with Java to run it.
# As root on Debian all is installed; elsewhere Playwright's own browser, and what npm and Java allow.
set -eu
have() { command -v "$1" >/dev/null 2>&1; }
missing=""
have chromium || have chromium-browser || have google-chrome || missing="chromium"
have java || missing="$missing default-jre-headless"
have npm || missing="$missing npm"
have nginx || [ -x /usr/sbin/nginx ] || missing="$missing nginx-light"
if [ "$missing" ] && [ "$(id -u)" = 0 ] && have apt-get; then
    echo "installing $missing …"
    apt-get update -qq
    # shellcheck disable=SC2086
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
else
    case "$missing" in *chromium*) .venv/bin/python -m playwright install chromium ;; esac
fi
# Its install script would fetch a Java of its own.
if have npm; then npm ci --prefix tests --ignore-scripts --no-audit --no-fund --silent; fi
