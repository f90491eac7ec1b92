# Shows that layering.cmake can fail: on the fixture it must refuse each line below, and nothing else.
# cmake -DQT_HEADERS=DIR -P tests/layering_refuses.cmake
set(expected
    "src/app/window.cpp: app must not include QtWidgets/QWidget (Qt Widgets)"
    "src/app/window.cpp: app must not include gui/main_window.h"
    "src/content/upward.cpp: content must not include app/session.h"
    "src/core/clock.cpp: core must not use system_clock"
    "src/core/clock.cpp: core must not include QString (Qt Core)"
    "src/core/clock.cpp: core must not include locale"
    "src/core/clock.cpp: core must not include fstream"
    "src/gui/rows.cpp: gui must not include storage/patient_store.h"
    "src/gui/rows.cpp: gui must not include QSqlQuery (Qt Sql)"
    "src/gui/rows.cpp: gui must not include sodium.h, which is storage's"
    "src/gui/settings.cpp: gui must not name storage::"
    "src/report/printer.cpp: report must not include QPrinter (Qt PrintSupport)"
    "src/report/printer.cpp: report must not include QLabel (Qt Widgets)"
    "src/wording/rows.cpp: wording must not include storage/database.h"
    "src/wording/rows.cpp: wording must not include boost/date_time/gregorian/gregorian_types.hpp, which is core's")
list(LENGTH expected refusals)

execute_process(
    COMMAND ${CMAKE_COMMAND} -DQT_HEADERS=${QT_HEADERS} -DLENTO_ROOT=${CMAKE_CURRENT_LIST_DIR}/support/layering_fixture
        -P ${CMAKE_CURRENT_LIST_DIR}/layering.cmake
    RESULT_VARIABLE result OUTPUT_VARIABLE out ERROR_VARIABLE out)
# cmake folds long messages over several lines.
string(REGEX REPLACE "[ \n]+" " " out "${out}")
if(result EQUAL 0)
    message(FATAL_ERROR "layering passed a tree full of forbidden includes")
endif()
foreach(line IN LISTS expected)
    string(FIND "${out}" "layering: ${line}" at)
    if(at EQUAL -1)
        message(FATAL_ERROR "layering did not refuse: ${line}\n${out}")
    endif()
endforeach()
string(FIND "${out}" ", ${refusals} includes refused" at)
if(at EQUAL -1)
    message(FATAL_ERROR "layering should refuse exactly ${refusals} includes\n${out}")
endif()
message(STATUS "layering refuses all ${refusals} forbidden includes of the fixture")
