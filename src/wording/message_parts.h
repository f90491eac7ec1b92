// The pieces that the sentences about errors are made of, and these sentences by what went wrong; message() has them
// all.
#pragma once

#include "wording/messages.h"

namespace lento::wording {

namespace parts {

QString translated(const char* source);
// The nth value of an error; empty when it has none, so that a sentence is still whole.
QString value(const core::Error& error, std::size_t index);
QString quoted(const QString& text);
// An amount that travels as a count of nanograms.
QString doseValue(const core::Error& error, std::size_t index);
// A day that travels as 2026-12-09, as it is written on screens; anything else as it stands.
QString valueOrDate(const core::Error& error, std::size_t index);
// What an error is about: a file by its name, a field in words.
QString field(const core::Error& error);
QString file(const core::Error& error);

} // namespace parts

Message typedMessage(const core::Error& error); // what somebody entered
Message planMessage(const core::Error& error);
Message fileMessage(const core::Error& error);
Message paperMessage(const core::Error& error); // and what is not there

} // namespace lento::wording
