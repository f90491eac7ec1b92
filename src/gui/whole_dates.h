// A date that stays on one line where a text is wrapped.
#pragma once

class QString;

namespace lento::gui {

// "11-Dec-2026" with a word joiner behind each hyphen; for showing only, never for comparing or storing.
QString withWholeDates(const QString& text);

} // namespace lento::gui
