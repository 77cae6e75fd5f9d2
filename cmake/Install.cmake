# What is installed beside the command, below share/ventanilla:
#   web/    the browser's files, the WebAssembly modules and the canvas's fonts (built first: see the Makefile)
#   api/    what the API takes and answers, for programs (OpenAPI)
#   texts/  the texts of the user interface
#   synonyms/  words that mean the same, for every site of a language
#   demo/   the demo site's sources
#   page/   the demo company's page
set(share share/ventanilla)
install(DIRECTORY "${PROJECT_SOURCE_DIR}/build/web-bundle/" DESTINATION ${share}/web)
set(web "${PROJECT_SOURCE_DIR}/build/web/widget")
install(FILES "${web}/bridge/ventanilla-canvas.wasm" DESTINATION ${share}/web)
foreach(language IN LISTS ventanilla_languages)
    install(FILES "${web}/bridge/ventanilla-${language}.wasm" "${web}/bridge/annex-${language}.wasm"
        DESTINATION ${share}/web)
endforeach()
install(DIRECTORY "${web}/canvas/fonts/" DESTINATION ${share}/web FILES_MATCHING PATTERN "*.ttf"
    PATTERN CMakeFiles EXCLUDE)
install(DIRECTORY "${PROJECT_SOURCE_DIR}/assets/texts/" DESTINATION ${share}/texts)
install(DIRECTORY "${PROJECT_SOURCE_DIR}/assets/api/" DESTINATION ${share}/api)
install(DIRECTORY "${PROJECT_SOURCE_DIR}/assets/synonyms/" DESTINATION ${share}/synonyms)
install(DIRECTORY "${PROJECT_SOURCE_DIR}/assets/demo/" DESTINATION ${share}/demo)
install(DIRECTORY "${PROJECT_SOURCE_DIR}/assets/page/" DESTINATION ${share}/page)
install(FILES "${PROJECT_SOURCE_DIR}/index.html" DESTINATION ${share}/page)
install(FILES "${PROJECT_SOURCE_DIR}/packaging/ventanilla.service" DESTINATION lib/systemd/system)
