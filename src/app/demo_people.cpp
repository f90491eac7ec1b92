#include "app/demo_people.h"

#include <array>
#include <string>
#include <string_view>

namespace lento::app {

namespace {

constexpr std::array<std::string_view, 120> surnames{
    "Abbott",     "Ahlström",       "Almeida",   "Andersson",    "Arslan",       "Baker",     "Balogh",    "Barros",
    "Bašić",      "Becker",         "Bergström", "Białek",       "Bianchi",      "Björnsson", "Böhm",      "Bouchard",
    "Brânză",     "Byrne",          "Čapek",     "Carvalho",     "Castañeda",    "Çelik",     "Cernat",    "Chaudhry",
    "Chen",       "Christou",       "Cohen",     "Costa",        "Crețu",        "Đorđević",  "Dąbrowski", "Delgado",
    "Demir",      "Dubois",         "Dvořák",    "Eriksen",      "Esposito",     "Evans",     "Farkas",    "Fernández",
    "Fitzgerald", "Fontaine",       "Fournier",  "Gallagher",    "García",       "Georgiou",  "Göransson", "Grabowski",
    "Groß",       "Guðmundsdóttir", "Haddad",    "Hansen",       "Hasegawa",     "Hernández", "Hofmann",   "Horváth",
    "Hughes",     "Ibrahim",        "Ionescu",   "Iyer",         "Jääskeläinen", "Jansen",    "Järvinen",  "Jensen",
    "Jiménez",    "Kamara",         "Kaplan",    "Kelly",        "Kim",          "Kjærgaard", "Köhler",    "Korhonen",
    "Kovács",     "Kováčová",       "Król",      "Kaya",         "Lambert",      "Larsen",    "Lefèvre",   "Łukasik",
    "MacLeod",    "Mäkinen",        "Marković",  "Martin",       "Mensah",       "Moreau",    "Müller",    "Muñoz",
    "Nagy",       "Ngata",          "Nielsen",   "Novák",        "Nuñez",        "O'Brien",   "Okonkwo",   "Ólafsson",
    "Østergaard", "Özdemir",        "Papadaki",  "Patel",        "Peña",         "Pereira",   "Petrov",    "Popović",
    "Quispe",     "Rahman",         "Romero",    "Saïdi",        "Šimić",        "Sjöberg",   "Sørensen",  "Świątek",
    "Tóth",       "Tuncer",         "Țepeș",     "van den Berg", "Vasquez",      "Williams",  "Yıldız",    "Żurek",
};

constexpr std::array<std::string_view, 60> givenWomen{
    "Adaeze",  "Agnieszka", "Aino",     "Alice",    "Ana",      "Ángela",    "Anneli",   "Astrid", "Ayşe",   "Beatriz",
    "Bronwen", "Carmen",    "Catalina", "Céline",   "Chiara",   "Claire",    "Daniela",  "Dorota", "Edith",  "Elif",
    "Élodie",  "Emma",      "Eszter",   "Fatima",   "Florence", "Françoise", "Grace",    "Hana",   "Helena", "Inês",
    "Ingrid",  "Irene",     "Ivana",    "Jadwiga",  "Joana",    "Karin",     "Katarína", "Léa",    "Lucía",  "Magda",
    "Maeve",   "Margaret",  "Mei",      "Mireille", "Nadia",    "Nóra",      "Olga",     "Pilar",  "Priya",  "Renée",
    "Ruth",    "Sigrún",    "Siobhán",  "Sofia",    "Solveig",  "Teresa",    "Ulla",     "Vesna",  "Yuki",   "Zoë",
};

constexpr std::array<std::string_view, 60> givenMen{
    "Abdul",    "Adrián", "Alan",   "Ángel",   "Anton",   "Arjun",  "Bálint",  "Bogdan",  "Brian",   "Carlos",
    "Ciarán",   "Daniel", "David",  "Dimitri", "Edoardo", "Emeka",  "Emre",    "Enzo",    "Ewan",    "Fabián",
    "François", "George", "Gérard", "Göran",   "Håkon",   "Henrik", "Hugo",    "Hüseyin", "Imre",    "Iñaki",
    "Ivan",     "Jakub",  "Jan",    "João",    "Jörg",    "José",   "Jürgen",  "Kofi",    "Lars",    "László",
    "Łukasz",   "Marek",  "Martin", "Mehmet",  "Nils",    "Óscar",  "Patrick", "Pavel",   "Peter",   "Rafał",
    "Ravi",     "Robert", "Søren",  "Stefan",  "Sérgio",  "Théo",   "Tomasz",  "Vicente", "William", "Ørjan",
};

constexpr std::array<std::string_view, 12> streets{
    "Mill Lane",  "Quay Street",  "Linden Row",   "Harbour Road", "Orchard Close", "Bridge Street",
    "Canal Walk", "Station Road", "Weir Terrace", "Abbey Lane",   "Meadow View",   "Ferry Hill",
};

std::string digits(std::uint64_t value, std::size_t width) {
    std::string text = std::to_string(value);
    return std::string(width > text.size() ? width - text.size() : 0, '0') + text;
}

// Ten digits in the usual groups. An odd factor maps 32 bits one to one, so that no two patients share a number; the
// patients with fixed numbers lie below.
std::string recordNumber(std::size_t index) {
    constexpr std::uint64_t lowest = 5'000'000'000;
    const std::string text = digits(lowest + (index * 2'654'435'761U + 911'382'323U) % (1ULL << 32U), 10);
    return text.substr(0, 3) + ' ' + text.substr(3, 3) + ' ' + text.substr(6);
}

} // namespace

core::Clinic demoClinic() {
    core::Clinic clinic;
    clinic.name = "Riverside Spasticity Clinic";
    clinic.region = core::Region::uk;
    clinic.telephone = "01 555 0100";
    clinic.outOfHours = "01 555 0199";
    clinic.emergencyNumber = "112";
    clinic.prescriber = demoPrescriber;
    clinic.closedWeekdays = {core::Weekday::saturday, core::Weekday::sunday};
    return clinic;
}

core::Identity inventIdentity(DemoRandom& random, core::Sex sex, std::size_t index) {
    core::Identity identity;
    identity.surname = random.pick(surnames);
    identity.given = random.pick(sex == core::Sex::female ? givenWomen : givenMen);
    if (random.chance(12))
        identity.given += ' ' + std::string(random.pick(sex == core::Sex::female ? givenWomen : givenMen));
    identity.recordNumber = recordNumber(index);
    identity.telephone = "01 555 " + digits(static_cast<std::uint64_t>(random.between(1000, 9999)), 4);
    identity.address = std::to_string(random.between(1, 180)) + ' ' + std::string(random.pick(streets)) + ", Riverside";
    return identity;
}

} // namespace lento::app
