# What is installed beside the command, below share/ventanilla:
#   web/    the browser's files and the WebAssembly module (built first: see the Makefile)
#   texts/  the texts of the user interface
#   demo/   the demo site's sources
#   page/   the demo company's page
set(share share/ventanilla)
install(DIRECTORY "${PROJECT_SOURCE_DIR}/build/web-bundle/" DESTINATION ${share}/web)
install(FILES "${PROJECT_SOURCE_DIR}/build/web/widget/bridge/ventanilla.wasm" DESTINATION ${share}/web)
install(DIRECTORY "${PROJECT_SOURCE_DIR}/assets/texts/" DESTINATION ${share}/texts)
install(DIRECTORY "${PROJECT_SOURCE_DIR}/assets/demo/" DESTINATION ${share}/demo)
install(DIRECTORY "${PROJECT_SOURCE_DIR}/assets/page/" DESTINATION ${share}/page)
install(FILES "${PROJECT_SOURCE_DIR}/index.html" DESTINATION ${share}/page)
