// A MedicineList finds the interaction classes of a medicine as it was typed: whole words only, whatever case and
// accents (INT).
//
// "Oxycodone MR 10mg" is an opioid, "OxyContin" too, "bisoprolol" ends like a beta blocker; "stanozolol" does too and
// is none, which the data say. A name that no class knows is not safe, only unknown.
#pragma once

#include "core/finding.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lento::core {

enum class Severity : std::uint8_t { minor, moderate, major };

// One row of INT: what its medicines are called and how much they matter beside baclofen.
struct MedicineClass {
    RuleId rule;      // "INT-1"
    std::string name; // "opioids"
    Severity severity = Severity::moderate;
    bool onlyIntrathecal = false; // INT-15, INT-16: beside a pump alone
    std::vector<std::string> names;
    std::vector<std::string> endings;    // "sartan": of a word that is longer
    std::vector<std::string> exceptions; // whole words with such an ending that are something else
    std::vector<std::string> sources;
    friend bool operator==(const MedicineClass&, const MedicineClass&) = default;
};

struct MedicineBrand {
    std::string brand;
    std::vector<std::string> generics; // by names that some class knows
};

// Lower case without accents, cut into words: "Co-Codamol 8/500" is "co codamol 8 500". Letters and digits part.
std::string foldedWords(std::string_view utf8);

class MedicineList {
public:
    static constexpr std::size_t mostClasses = 32;

    MedicineList() = default;
    // The order of the classes is that of the answers. Brands whose generics no class knows add nothing.
    static MedicineList of(std::vector<MedicineClass> classes, const std::vector<MedicineBrand>& brands);

    const std::vector<MedicineClass>& classes() const noexcept { return m_classes; }
    const MedicineClass* find(RuleId rule) const;
    // Each class once, in the list's order; empty for a name that none knows.
    std::vector<const MedicineClass*> classesOf(std::string_view typed) const;

private:
    using Mask = std::uint32_t; // one bit a class
    struct Name {
        std::string words; // folded
        std::size_t count = 1;
        Mask classes = 0;
    };
    struct Ending {
        std::string text;
        Mask classes = 0;
        std::vector<std::string> exceptions;
    };
    Mask maskOf(std::string_view folded) const;
    void add(std::string_view name, Mask classes);
    void sortNames();

    std::vector<MedicineClass> m_classes;
    std::vector<Name> m_names; // by words
    std::vector<Ending> m_endings;
    std::size_t m_longest = 1; // words of the longest name
};

} // namespace lento::core
