# How every target of ours is built: warnings, sanitizers, and the two helpers that keep a library or a test to a few lines.
include_guard(GLOBAL)

add_library(lento_warnings INTERFACE)
target_compile_options(lento_warnings INTERFACE
    $<$<CXX_COMPILER_ID:GNU,Clang,AppleClang>:-Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow
        -Wnon-virtual-dtor -Woverloaded-virtual -Wold-style-cast -Wcast-align -Wnull-dereference -Werror>
    $<$<CXX_COMPILER_ID:MSVC>:/W4 /WX /permissive- /utf-8>)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # -Wnull-dereference sees through inlined Qt containers and reports paths that cannot happen.
    # A precompiled header that does not fit is parsed again: slower, not wrong.
    target_compile_options(lento_warnings INTERFACE -Wno-null-dereference -Wno-error=invalid-pch)
    # Optimised, GCC 12 sees an overlap in "literal" + std::string that cannot happen (GCC bug 105651).
    target_compile_options(lento_warnings INTERFACE $<$<CONFIG:Release>:-Wno-restrict>)
endif()

add_library(lento_sanitizers INTERFACE)
if(LENTO_SANITIZE)
    target_compile_options(lento_sanitizers INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(lento_sanitizers INTERFACE -fsanitize=address,undefined)
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        # GCC's own advice: with the sanitizers' added branches this warning is often wrong.
        target_compile_options(lento_sanitizers INTERFACE -Wno-maybe-uninitialized)
    endif()
endif()

# lld links each test in a third of the time.
find_program(LENTO_LLD ld.lld)
if(LENTO_LLD AND CMAKE_SYSTEM_NAME STREQUAL "Linux")
    add_link_options(-fuse-ld=lld)
endif()

set(LENTO_QT_DEFINITIONS QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_FOREACH QT_NO_KEYWORDS
    QT_DISABLE_DEPRECATED_BEFORE=0x060400)

# Precompiled headers, each built once and shared: what most files include, not whole modules, for those take twice as long.
set(LENTO_CORE_HEADERS
    <algorithm> <functional> <map> <memory> <optional> <span> <string> <string_view> <variant> <vector>
    <boost/date_time/gregorian/gregorian_types.hpp>
    <QByteArray> <QCoreApplication> <QDateTime> <QDebug> <QDir> <QFile> <QHash> <QJsonArray> <QJsonDocument> <QJsonObject>
    <QList> <QLocale> <QObject> <QString> <QStringList> <QVariant>)
set(LENTO_WIDGET_HEADERS ${LENTO_CORE_HEADERS}
    <QAbstractTableModel> <QAction> <QApplication> <QBoxLayout> <QComboBox> <QDialog> <QEvent> <QFormLayout> <QGridLayout>
    <QHeaderView> <QLabel> <QLineEdit> <QMenu> <QPainter> <QPushButton> <QScrollArea> <QSpinBox> <QTableView> <QTimer>
    <QToolButton> <QWidget>)
set(LENTO_TEST_HEADERS <QSignalSpy> <QTemporaryDir> <QTest>)

# lento_precompile(NAME HEADERS … LINK …): a target that holds a precompiled header for others to reuse.
function(lento_precompile name)
    cmake_parse_arguments(ARG "" "" "HEADERS;LINK;OPTIONS" ${ARGN})
    file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/precompiled/${name}.cpp CONTENT "")
    add_library(${name} OBJECT EXCLUDE_FROM_ALL ${CMAKE_BINARY_DIR}/precompiled/${name}.cpp)
    target_compile_definitions(${name} PRIVATE ${LENTO_QT_DEFINITIONS})
    target_compile_options(${name} PRIVATE ${ARG_OPTIONS})
    target_link_libraries(${name} PRIVATE ${ARG_LINK} Boost::headers lento_warnings lento_sanitizers)
    target_precompile_headers(${name} PRIVATE ${ARG_HEADERS})
endfunction()

lento_precompile(lento_precompiled HEADERS ${LENTO_CORE_HEADERS} LINK Qt6::Core)
if(LENTO_BUILD_TESTS)
    find_package(Qt6 6.4 REQUIRED COMPONENTS Test)
    # QTest names each test's folders in macros, which would make every test's header another one.
    set(LENTO_TEST_OPTIONS -UQT_TESTCASE_BUILDDIR -UQT_TESTCASE_SOURCEDIR)
    foreach(kind Core Gui Widgets)
        set(headers ${LENTO_CORE_HEADERS})
        if(kind STREQUAL "Widgets")
            set(headers ${LENTO_WIDGET_HEADERS})
        endif()
        lento_precompile(lento_precompiled_test_${kind}
            HEADERS ${headers} ${LENTO_TEST_HEADERS} LINK Qt6::${kind} Qt6::Test OPTIONS ${LENTO_TEST_OPTIONS})
    endforeach()
endif()

# lento_library(NAME SOURCES … LINK … [QT] [PRECOMPILE …]): one folder of src as a static library.
# PRECOMPILE: headers for this library alone, instead of the shared ones.
function(lento_library name)
    cmake_parse_arguments(ARG "QT" "" "SOURCES;LINK;PRIVATE_LINK;PRECOMPILE" ${ARGN})
    add_library(${name} STATIC ${ARG_SOURCES})
    target_include_directories(${name} PUBLIC ${PROJECT_SOURCE_DIR}/src)
    target_link_libraries(${name} PUBLIC ${ARG_LINK} PRIVATE ${ARG_PRIVATE_LINK} lento_warnings lento_sanitizers)
    if(ARG_QT)
        set_target_properties(${name} PROPERTIES AUTOMOC ON)
        target_compile_definitions(${name} PRIVATE ${LENTO_QT_DEFINITIONS})
        if(ARG_PRECOMPILE)
            target_precompile_headers(${name} PRIVATE ${ARG_PRECOMPILE})
        else()
            target_precompile_headers(${name} REUSE_FROM lento_precompiled)
        endif()
    endif()
endfunction()

# lento_moc(NAME): what moc makes of NAME.cpp, for its last line to include. AUTOMOC would start three programs and compile an
# empty file for each test, a tenth of the whole build.
function(lento_moc name)
    set(folder ${CMAKE_CURRENT_BINARY_DIR}/moc)
    add_custom_command(OUTPUT ${folder}/${name}.moc
        COMMAND ${CMAKE_COMMAND} -E make_directory ${folder}
        COMMAND Qt6::moc ${CMAKE_CURRENT_SOURCE_DIR}/${name}.cpp -o ${folder}/${name}.moc
        DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${name}.cpp VERBATIM)
    target_sources(${name} PRIVATE ${folder}/${name}.moc)
    target_include_directories(${name} PRIVATE ${folder})
endfunction()

# add_lento_test(tst_name LIBRARIES … [GUI]): tst_name.cpp in this folder, run by ctest without a display.
# GUI: the test works with widgets.
function(add_lento_test name)
    cmake_parse_arguments(ARG "GUI" "" "LIBRARIES" ${ARGN})
    add_executable(${name} ${name}.cpp)
    lento_moc(${name})
    target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests/support)
    target_compile_definitions(${name} PRIVATE ${LENTO_QT_DEFINITIONS}
        LENTO_SOURCE_DIR="${PROJECT_SOURCE_DIR}" LENTO_TEST_DATA_DIR="${PROJECT_SOURCE_DIR}/tests")
    target_compile_options(${name} PRIVATE ${LENTO_TEST_OPTIONS})
    set(kind Core)
    if(ARG_GUI OR "lento_gui" IN_LIST ARG_LIBRARIES)
        set(kind Widgets)
    elseif("lento_report" IN_LIST ARG_LIBRARIES)
        set(kind Gui)
    endif()
    target_link_libraries(${name} PRIVATE ${ARG_LIBRARIES} Qt6::${kind} Qt6::Test lento_warnings lento_sanitizers)
    target_precompile_headers(${name} REUSE_FROM lento_precompiled_test_${kind})
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES TIMEOUT 300
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;TZ=UTC;QT_FATAL_CRITICALS=1")
endfunction()
