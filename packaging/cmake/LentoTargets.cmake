# How every target of ours is built: warnings, sanitizers, and the two helpers that keep a library or a test to a few lines.
include_guard(GLOBAL)

add_library(lento_warnings INTERFACE)
target_compile_options(lento_warnings INTERFACE
    $<$<CXX_COMPILER_ID:GNU,Clang,AppleClang>:-Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow
        -Wnon-virtual-dtor -Woverloaded-virtual -Wold-style-cast -Wcast-align -Wnull-dereference -Werror>
    $<$<CXX_COMPILER_ID:MSVC>:/W4 /WX /permissive- /utf-8>)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # -Wnull-dereference sees through inlined Qt containers and reports paths that cannot happen.
    target_compile_options(lento_warnings INTERFACE -Wno-null-dereference)
endif()

add_library(lento_sanitizers INTERFACE)
if(LENTO_SANITIZE)
    target_compile_options(lento_sanitizers INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(lento_sanitizers INTERFACE -fsanitize=address,undefined)
endif()

set(LENTO_QT_DEFINITIONS QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_FOREACH QT_NO_KEYWORDS
    QT_DISABLE_DEPRECATED_BEFORE=0x060400)

# lento_library(NAME SOURCES … LINK … [QT]): one folder of src as a static library.
function(lento_library name)
    cmake_parse_arguments(ARG "QT" "" "SOURCES;LINK;PRIVATE_LINK;PRECOMPILE" ${ARGN})
    add_library(${name} STATIC ${ARG_SOURCES})
    target_include_directories(${name} PUBLIC ${PROJECT_SOURCE_DIR}/src)
    target_link_libraries(${name} PUBLIC ${ARG_LINK} PRIVATE ${ARG_PRIVATE_LINK} lento_warnings lento_sanitizers)
    if(ARG_QT)
        set_target_properties(${name} PROPERTIES AUTOMOC ON)
        target_compile_definitions(${name} PRIVATE ${LENTO_QT_DEFINITIONS})
    endif()
    if(ARG_PRECOMPILE)
        target_precompile_headers(${name} PRIVATE ${ARG_PRECOMPILE})
    endif()
endfunction()

# add_lento_test(tst_name LIBRARIES … [GUI]): tst_name.cpp in this folder, run by ctest without a display.
function(add_lento_test name)
    cmake_parse_arguments(ARG "GUI" "" "LIBRARIES;SOURCES" ${ARGN})
    add_executable(${name} ${name}.cpp ${ARG_SOURCES})
    set_target_properties(${name} PROPERTIES AUTOMOC ON)
    target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests/support)
    target_compile_definitions(${name} PRIVATE ${LENTO_QT_DEFINITIONS}
        LENTO_SOURCE_DIR="${PROJECT_SOURCE_DIR}" LENTO_TEST_DATA_DIR="${PROJECT_SOURCE_DIR}/tests")
    target_link_libraries(${name} PRIVATE ${ARG_LIBRARIES} Qt6::Test lento_warnings lento_sanitizers)
    if(ARG_GUI)
        target_precompile_headers(${name} PRIVATE <QtWidgets/QtWidgets> <QtTest/QtTest>)
    else()
        target_precompile_headers(${name} PRIVATE <QtTest/QtTest>)
    endif()
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES TIMEOUT 300
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;TZ=UTC;QT_FATAL_CRITICALS=1")
endfunction()
