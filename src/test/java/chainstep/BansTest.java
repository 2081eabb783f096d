package chainstep;

import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.core.domain.JavaModifier.STATIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The {@link Bans}: no class of the product breaks one, and of each it is shown that it would be seen. */
class BansTest {
    /** Bans on libraries that are not here yet, so that nothing can break them. */
    private static final List<String> UNBROKEN = List.of("knows a GPU");

    private static final JavaClasses MAIN =
            new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests())).importPackages("chainstep");
    /** ANTLR leaves tables of names open. */
    private static final ArchRule ARRAYS_ARE_CLOSED = noFields()
            .that()
            .areDeclaredInClassesThat()
            .haveNameNotMatching("chainstep\\.lang\\.Chain(Lexer|Parser).*")
            .should(com.tngtech.archunit.lang.conditions.ArchConditions.be(DescribedPredicate.describe(
                    "public static arrays",
                    (JavaField field) -> field.getModifiers().containsAll(List.of(PUBLIC, STATIC))
                            && field.getRawType().isArray())))
            .because("whoever reads an array can write it");

    static Stream<Ban> bans() {
        return Bans.all();
    }

    record Broken(Ban ban, Class<?> breaker) {
        @Override
        public String toString() {
            return breaker.getSimpleName() + " " + ban;
        }
    }

    static Stream<Broken> broken() {
        return Bans.all().flatMap(ban -> Arrays.stream(ban.breakers()).map(breaker -> new Broken(ban, breaker)));
    }

    @ParameterizedTest
    @MethodSource("bans")
    void no_class_breaks_a_ban(Ban ban) {
        assertThat(MAIN.that(ban.where())).as("classes the ban looks at").hasSizeGreaterThan(250);
        noClasses().that(ban.where()).should(ban.what()).because(ban.because()).check(MAIN);
    }

    @ParameterizedTest
    @MethodSource("broken")
    void a_class_that_breaks_a_ban_is_seen(Broken broken) {
        JavaClasses breaker = new ClassFileImporter().importClasses(broken.breaker());
        assertThat(noClasses()
                        .should(broken.ban().what())
                        .evaluate(breaker)
                        .getFailureReport()
                        .getDetails())
                .isNotEmpty();
    }

    @Test
    void nearly_every_ban_is_shown_broken() {
        assertThat(Bans.all().filter(ban -> ban.breakers().length == 0).map(Ban::name))
                .containsExactlyElementsOf(UNBROKEN);
        List<Class<?>> shown = broken().<Class<?>>map(Broken::breaker).toList();
        assertThat(shown).hasSizeGreaterThan(35).doesNotHaveDuplicates();
        assertThat(Breakers.class.getDeclaredClasses())
                .hasSize(shown.size() + 1)
                .containsAll(shown);
    }

    @Test
    void no_test_sleeps() {
        JavaClasses all = new ClassFileImporter().importPackages("chainstep");
        assertThat(all).hasSizeGreaterThan(MAIN.size() + 50);
        noClasses()
                .that()
                .areNotAssignableTo(Breakers.Sleeper.class)
                .should(Ban.call(Thread.class, "sleep"))
                .because("a sleep is a guess, in a test most of all")
                .check(all);
    }

    @Test
    void no_array_is_open_to_all() {
        ARRAYS_ARE_CLOSED.check(MAIN);
        JavaClasses open = new ClassFileImporter().importClasses(Breakers.OpenArray.class);
        assertThat(ARRAYS_ARE_CLOSED.evaluate(open).hasViolation()).isTrue();
    }
}
