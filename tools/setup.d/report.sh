# What the set-up tells: one line for each thing it does, one sentence when it stops.

say() {
    echo "setup: $*"
}

# fail SENTENCE: what failed and what to do about it.
fail() {
    echo "setup: $* (log: $log)" >&2
    exit 1
}

# logged SENTENCE COMMAND...: runs a command with its output in the log; stops with the sentence
# when it fails.
logged() {
    local sentence=$1
    shift
    if ! "$@" >>"$log" 2>&1 </dev/null; then
        fail "$sentence"
    fi
}

# version_at_least FOUND WANTED
version_at_least() {
    [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]
}
