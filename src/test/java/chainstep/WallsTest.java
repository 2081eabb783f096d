package chainstep;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.beFinal;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The walls between the rooms; each rule also says how many classes it must have looked at. */
class WallsTest {
    /**
     * The rooms, from the ground up; rooms on one floor do not import each other. A planned room has no class yet: its wall
     * stands and nothing leans on it, which {@link #planned_rooms_are_empty} keeps true.
     */
    private static final List<List<Room>> FLOORS = List.of(
            List.of(Room.with("math", 20), Room.with("words", 3)),
            List.of(Room.with("graph", 40)),
            List.of(Room.with("op", 75)),
            List.of(Room.with("grad", 14)),
            List.of(Room.with("rewrite", 7)),
            List.of(Room.with("data", 25)),
            List.of(Room.with("lang", 60)),
            List.of(Room.with("run", 14)),
            List.of(Room.with("explain", 40), Room.with("debug", 15)),
            List.of(Room.with("homework", 125), Room.with("compile", 20)),
            List.of(Room.with("train", 12)),
            List.of(Room.planned("gpu")),
            List.of(Room.with("export", 8)),
            List.of(Room.with("cli", 35), Room.with("ui", 90)));

    private static final JavaClasses MAIN =
            new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests())).importPackages("chainstep");
    /** The product and its tests. */
    private static final JavaClasses ALL = new ClassFileImporter().importPackages("chainstep");

    private static final DescribedPredicate<JavaField> IS_STATIC = DescribedPredicate.describe(
            "are static", field -> field.getModifiers().contains(JavaModifier.STATIC));
    /** Written by ANTLR, which leaves two tables of names open. */
    private static final DescribedPredicate<JavaField> GENERATED = DescribedPredicate.describe(
            "are generated", field -> field.getOwner().getFullName().equals("chainstep.lang.ChainLexer"));

    /** @param least how many classes it has at least; −1 while it is planned */
    private record Room(String name, int least) {
        static Room with(String name, int least) {
            return new Room(name, least);
        }

        static Room planned(String name) {
            return new Room(name, -1);
        }

        boolean isPlanned() {
            return least < 0;
        }

        String packages() {
            return "chainstep." + name + "..";
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Room> rooms() {
        return FLOORS.stream().flatMap(List::stream);
    }

    /** Checks that no class of {@code where}, and there are at least {@code least}, does {@code what}. */
    private static void none(
            DescribedPredicate<JavaClass> where, int least, ArchCondition<JavaClass> what, String because) {
        assertThat(MAIN.that(where).size()).as("classes the rule looks at").isGreaterThanOrEqualTo(least);
        noClasses()
                .that(where)
                .should(what)
                .because(because)
                .allowEmptyShould(least <= 0)
                .check(MAIN);
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void a_room_imports_only_what_stands_below(Room room) {
        List<String> notBelow = new ArrayList<>(List.of("chainstep"));
        boolean below = true;
        for (List<Room> floor : FLOORS) {
            below &= !floor.contains(room);
            if (!below) {
                floor.stream()
                        .filter(other -> other != room)
                        .map(Room::packages)
                        .forEach(notBelow::add);
            }
        }
        none(
                resideInAPackage(room.packages()),
                room.least(),
                Ban.use(notBelow.toArray(String[]::new)),
                "a room imports only what stands below it, so that each can be understood, tested and kept without the rest");
    }

    @Test
    void every_class_but_the_door_lives_in_a_room_of_the_plan() {
        String[] rooms = rooms().map(Room::packages).toArray(String[]::new);
        assertThat(rooms).hasSize(18);
        List<String> outside = MAIN.that(Ban.outside(rooms)).stream()
                .map(JavaClass::getSimpleName)
                .toList();
        assertThat(outside)
                .as("a room outside the plan has no place in the order")
                .containsExactly("App");
    }

    @Test
    void packages_have_no_cycles() {
        Map<String, Set<String>> uses = new TreeMap<>();
        for (JavaClass type : MAIN) {
            Set<String> used = uses.computeIfAbsent(type.getPackageName(), name -> new TreeSet<>());
            type.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getPackageName())
                    .filter(name -> name.startsWith("chainstep") && !name.equals(type.getPackageName()))
                    .forEach(used::add);
        }
        assertThat(uses).hasSizeGreaterThan(12);
        Set<String> left = new TreeSet<>(uses.keySet());
        while (left.removeIf(name -> Collections.disjoint(uses.get(name), left))) {
            // those that use none of the rest are no part of a cycle
        }
        assertThat(left)
                .as("what imports each other is one thing in two places")
                .isEmpty();
    }

    @Test
    void planned_rooms_are_empty() {
        assertThat(rooms().filter(Room::isPlanned).map(Room::packages))
                .as("a room that is begun says how many classes its wall sees")
                .allSatisfy(
                        room -> assertThat(MAIN.that(resideInAPackage(room))).isEmpty());
    }

    @Test
    void statics_do_not_vary() {
        assertThat(MAIN.stream().flatMap(type -> type.getFields().stream()).filter(IS_STATIC))
                .hasSizeGreaterThan(100);
        fields().that(IS_STATIC.and(DescribedPredicate.not(GENERATED)))
                .should(beFinal())
                .because("what varies is passed, so that two of anything can live side by side")
                .check(MAIN);
    }

    @Test
    void names_are_those_of_the_subject() {
        noClasses()
                .should()
                .haveNameMatching(".*(Manager|Utils?|Helpers?|Impl|Data|Infos?|Common)")
                .because("such a name says that nobody knew what the class is")
                .check(ALL);
        noClasses()
                .should()
                .resideInAnyPackage("..util..", "..utils..", "..common..", "..helper..", "..helpers..", "..manager..")
                .because("such a package has no reason to refuse anything")
                .check(ALL);
    }
}
