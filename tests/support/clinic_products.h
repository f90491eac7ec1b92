// Products as a clinic adds them (FRM-1), with ids that are the same in each run.
#pragma once

#include "core/clinic_set.h"
#include "core/ids.h"
#include "core_values.h"

#include <string>

namespace lento::test {

inline std::string nextProductId() {
    static std::uint8_t count = 0;
    return core::uuidV7(1'795'000'000'000, {++count, 7, 7, 7, 7, 7, 7, 7, 7, 7});
}

inline core::ClinicProduct clinicTablet(std::string_view mg, bool halves, const std::string& name = "Baclo-Clinic") {
    core::ClinicProduct made;
    made.product.id = nextProductId();
    made.product.name = name;
    made.product.form = core::ProductForm::tablet;
    made.product.strength = dose(mg);
    made.product.scored = halves;
    made.product.halvesAllowed = halves;
    return made;
}

inline core::ClinicProduct clinicLiquid(std::string_view mgPerMl, int gridMicrolitres,
                                        const std::string& name = "Baclo-Liquid") {
    core::ClinicProduct made = clinicTablet(mgPerMl, false, name);
    made.product.form = core::ProductForm::liquid;
    made.product.grid = core::Volume::microlitres(gridMicrolitres);
    return made;
}

} // namespace lento::test
