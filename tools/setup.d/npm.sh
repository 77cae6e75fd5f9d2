# The web tools: exact versions and integrity hashes are in package.json and package-lock.json.

check_node() {
    local found
    found=$(node --version 2>/dev/null | tr -d v) || true
    if [ -z "$found" ] || ! version_at_least "$found" 20.19.0; then
        fail "Node 20.19 or newer is needed and ${found:-none} was found: install it and run this again."
    fi
    command -v npm >/dev/null || fail "npm is missing: install it beside Node and run this again."
}

install_npm_packages() {
    local stamp=node_modules/.ventanilla wanted
    wanted=$(cat package.json package-lock.json | sha256sum)
    if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ]; then
        return
    fi
    say "installing the web tools of package.json"
    # Not `npm ci`: it refuses a lock that lacks other platforms' optional packages.
    logged "npm could not install the web tools: check the network and npm's registry setting, then run this again." \
        npm install --no-save --ignore-scripts --no-audit --no-fund
    echo "$wanted" >"$stamp"
}
