// Invented people for measurements: any number, always the same, with names as uneven as real ones.
#pragma once

#include "app/patients.h"
#include "core/calendar.h"
#include "core/ids.h"

#include <array>
#include <cstdint>
#include <string>

namespace lento::bench {

class InventedPeople {
public:
    app::PatientIndex::Entry next() {
        app::PatientIndex::Entry entry;
        ++m_count;
        entry.id = core::PatientId(core::uuidV7(1'790'000'000'000 + m_count, randomBytes()));
        entry.surname = word(surnameStarts, surnameMiddles, surnameEnds);
        if (below(8) == 0)
            entry.surname += "-" + word(surnameStarts, surnameMiddles, surnameEnds);
        entry.given = givenNames[below(givenNames.size())];
        if (below(4) == 0)
            entry.given += std::string(" ") + givenNames[below(givenNames.size())];
        entry.birthDate = core::Date::fromDayNumber(static_cast<std::int32_t>(below(27'000)) - 14'000);
        entry.recordNumber = std::to_string(1'000'000 + below(9'000'000)) + std::to_string(100 + below(900));
        return entry;
    }

private:
    static constexpr std::array surnameStarts{"Ko",  "Mü",  "Ál",   "Wi", "Sza", "Le", "Gar", "Ja", "Pe",  "Żu",
                                              "Cha", "Sch", "Bren", "Du", "Ro",  "Ha", "O'N", "Ma", "Sto", "Ñu",
                                              "Vi",  "Fi",  "Ny",   "Ki", "Ton", "Be", "Łu",  "Gu", "Ze",  "Ba"};
    static constexpr std::array surnameMiddles{"wal", "ller", "va", "śni",  "ber", "dri", "ci",   "no",  "ter", "mań",
                                               "rin", "neid", "na", "bois", "ssi", "nse", "eill", "tsu", "ck",  "ñe"};
    static constexpr std::array surnameEnds{"ski", "",  "rez", "ewski", "er", "gue", "a",   "wska", "sen", "czyk",
                                            "o",   "s", "n",   "",      "ni", "son", "ová", "mann", "i",   "z"};
    static constexpr std::array givenNames{
        "Maria",  "Anna",  "Zoë",   "José",  "Jan",   "Łucja",  "Peter",     "Élodie", "Ahmed",
        "Ingrid", "Søren", "Marta", "Paweł", "Chloé", "Jürgen", "Aisha",     "Nora",   "Tomasz",
        "Ana",    "Björn", "Eva",   "Luís",  "Grace", "Noah",   "Stanisław", "Ruth",   "Karin",
        "Omar",   "Yusuf", "Helga", "Ivan",  "Beata", "David",  "Sofía",     "Emil",   "Kenji"};

    std::uint64_t random() {
        // SplitMix64
        std::uint64_t z = (m_state += 0x9e3779b97f4a7c15ULL);
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31U);
    }
    std::size_t below(std::size_t end) { return random() % end; }
    template <class A, class B, class C>
    std::string word(const A& starts, const B& middles, const C& ends) {
        std::string made = starts[below(starts.size())];
        for (std::size_t more = 1 + below(2); more > 0; --more)
            made += middles[below(middles.size())];
        return made + ends[below(ends.size())];
    }
    std::array<std::uint8_t, 10> randomBytes() {
        std::array<std::uint8_t, 10> bytes{};
        for (std::uint8_t& byte : bytes)
            byte = static_cast<std::uint8_t>(random());
        return bytes;
    }

    std::uint64_t m_state = 42;
    std::int64_t m_count = 0;
};

} // namespace lento::bench
