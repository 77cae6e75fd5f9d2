install_emscripten() { :; }
