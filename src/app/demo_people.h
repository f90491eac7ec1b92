// Invented people: names from many countries in Latin letters, contacts in the number range kept for fiction.
#pragma once

#include "app/demo_random.h"
#include "core/clinic.h"
#include "core/patient.h"

#include <cstddef>

namespace lento::app {

core::Clinic demoClinic();
inline constexpr const char* demoPrescriber = "Dr A. Weber";

// Name, telephone, address and language; a record number that no other index has.
core::Identity inventIdentity(DemoRandom& random, core::Sex sex, std::size_t index);

} // namespace lento::app
