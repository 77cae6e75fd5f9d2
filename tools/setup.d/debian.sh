# System packages, and a private apt configuration that reads other Debian releases without
# touching the machine's own.

codename=$(. /etc/os-release 2>/dev/null && echo "${ID:-}-${VERSION_CODENAME:-}") || true
case "$codename" in
    debian-bookworm | debian-trixie) codename=${codename#debian-} ;;
    *) codename=other ;;
esac

build_packages="ca-certificates g++ cmake ninja-build ccache pkg-config python3 dpkg-dev
    libsqlite3-dev libpq-dev libssl-dev zlib1g-dev libbrotli-dev libcurl4-openssl-dev libcli11-dev libhowardhinnant-date-dev libmagic-dev prometheus-cpp-dev tzdata
    fonttools fonts-noto-core fonts-dejavu-core
    clang-19 lld-19 llvm-19"
test_packages="chromium chromium-headless-shell firefox-esr sqlite3 postgresql zstd clang-format-19 clang-tidy-19 libclang-rt-19-dev
    libglfw3-dev librsvg2-dev libicu-dev nlohmann-json3-dev xvfb xauth"

case "$codename" in
    bookworm) build_packages+=" libboost1.81-dev patchelf" ;;
    trixie) build_packages+=" libboost1.83-dev emscripten binaryen" ;;
esac

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    else
        sudo "$@"
    fi
}

# Prints those of the packages that are not installed.
missing_packages() {
    local installed
    installed=$(dpkg-query -W -f '${db:Status-Abbrev} ${Package}\n' "$@" 2>/dev/null | sed -n 's/^ii *//p' || true)
    comm -23 <(printf '%s\n' "$@" | sort -u) <(printf '%s\n' "$installed" | sort -u)
}

install_system_packages() {
    local wanted=$build_packages missing
    if [ "$1" = test ]; then
        wanted+=" $test_packages"
    fi
    if [ "$codename" = other ]; then
        check_other_system "$1"
        return
    fi
    # shellcheck disable=SC2086 # a list of words
    missing=$(missing_packages $wanted | tr '\n' ' ')
    if [ -z "${missing// /}" ]; then
        return
    fi
    if [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null; then
        fail "System packages are missing and installing them needs root: run 'apt-get install ${missing% }' as root, then this again."
    fi
    say "installing system packages: ${missing% }"
    logged "apt-get update failed: check the network and apt's sources, then run this again." \
        as_root apt-get update -q
    # shellcheck disable=SC2086 # a list of words
    logged "apt-get could not install the system packages: read the log's end, then run this again." \
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends \
        -o DPkg::Lock::Timeout=600 $missing
}

# Elsewhere nothing is installed; what cannot be found is named.
check_other_system() {
    local lacking=() tool header headers name version
    for tool in g++ cmake ninja python3 pyftsubset; do
        command -v "$tool" >/dev/null || lacking+=("$tool")
    done
    headers="sqlite3.h openssl/evp.h zlib.h brotli/encode.h curl/curl.h CLI/CLI.hpp boost/beast.hpp
        boost/url.hpp magic.h"
    if [ "$1" = test ]; then
        headers+=" GLFW/glfw3.h unicode/udat.h nlohmann/json.hpp"
    fi
    for header in $headers; do
        printf '#include <%s>\n' "$header" | g++ -std=c++23 -M -x c++ - >/dev/null 2>&1 ||
            lacking+=("the library with the header <$header>")
    done
    if [ "$1" = test ]; then
        tools/find_chromium >/dev/null || lacking+=(chromium)
        tools/find_firefox >/dev/null || lacking+=(firefox)
        for tool in sqlite3 zstd xvfb-run clang-format-19 clang-tidy-19; do
            command -v "$tool" >/dev/null || lacking+=("$tool")
        done
    fi
    while read -r name version; do
        if [ "$1" = build ] && [[ " catch2 snowball-data " = *" $name "* ]]; then
            continue
        fi
        [ -d "$cache/$name-$version" ] || lacking+=("the source $name-$version in $cache (laid out as in tools/setup.d/sources.sh)")
    done < <(awk '!/^#/ && NF { print $1, $2 ($4 ? "_" $4 : "") }' tools/versions.txt)
    if [ ${#lacking[@]} -gt 0 ]; then
        fail "Only Debian 12 and 13 are set up by themselves; here, install first: $(
            list=$(printf '%s, ' "${lacking[@]}") && echo "${list%, }")."
    fi
}

# Prints the machine's own entry for its release as "KEYRING URI", from either format of apt.
own_debian_entry() {
    python3 - "$codename" <<'PYTHON'
import glob, re, sys
codename = sys.argv[1]

def tell(uri, keyring):
    print(keyring or "/usr/share/keyrings/debian-archive-keyring.gpg", uri)
    sys.exit(0)

for path in sorted(glob.glob("/etc/apt/sources.list.d/*.sources")):
    text = re.sub(r"(?m)^#.*\n", "", open(path).read())
    for paragraph in re.split(r"\n\s*\n", text):
        fields = {key.lower(): value.split() for key, value in re.findall(r"(?m)^([\w-]+):\s*(.*)$", paragraph)}
        if codename in fields.get("suites", []) and "main" in fields.get("components", []) \
                and fields.get("enabled", ["yes"])[0] != "no":
            keyring = fields.get("signed-by", [""])[0]
            tell(fields["uris"][0], keyring if keyring.startswith("/") else "")
for path in ["/etc/apt/sources.list", *sorted(glob.glob("/etc/apt/sources.list.d/*.list"))]:
    try:
        lines = open(path).read().splitlines()
    except FileNotFoundError:
        continue
    for line in lines:
        entry = re.match(r"deb\s+(?:\[(.*?)\]\s+)?(\S+)\s+(\S+)\s+(.*)", line)
        if entry and entry[3] == codename and "main" in entry[4].split():
            keyring = re.search(r"signed-by=(/\S+)", entry[1] or "")
            tell(entry[2], keyring and keyring[1])
sys.exit(1)
PYTHON
}

private_apt_ready=no

# private_apt ARGUMENTS: apt-get over bookworm and trixie, with lists and cache of its own. Every
# file is checked against the signed hashes of its release, as apt always does.
private_apt() {
    local root="$cache/apt"
    apt-get -q -o "Dir::Etc::SourceList=$root/sources.list" -o Dir::Etc::SourceParts=/dev/null \
        -o Dir::Etc::Preferences=/dev/null -o Dir::Etc::PreferencesParts=/dev/null \
        -o "Dir::State::Lists=$root/lists" -o "Dir::Cache=$root/cache" \
        -o APT::Sandbox::User=root -o APT::Default-Release= "$@"
}

prepare_private_apt() {
    if [ "$private_apt_ready" = yes ]; then
        return
    fi
    local root="$cache/apt" entry keyring uri release
    entry=$(own_debian_entry) ||
        fail "No entry for Debian $codename main was found in apt's sources: add it and run this again."
    read -r keyring uri <<<"$entry"
    mkdir -p "$root/lists/partial" "$root/cache/archives/partial"
    for release in bookworm trixie; do
        echo "deb-src [signed-by=$keyring] $uri $release main"
        if [ "$release" != "$codename" ]; then
            echo "deb [signed-by=$keyring] $uri $release main"
        fi
    done >"$root/sources.list"
    logged "The package lists of Debian 12 and 13 could not be read: check the network, then run this again." \
        private_apt -o APT::Update::Error-Mode=any update
    private_apt_ready=yes
}
