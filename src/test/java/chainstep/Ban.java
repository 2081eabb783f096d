package chainstep;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Something that no class may do, but those of some rooms.
 *
 * @param name what is forbidden, as a sentence
 * @param breakers classes that do it, each in one of the ways, to show that the ban would see them
 */
record Ban(
        String name,
        DescribedPredicate<JavaClass> where,
        ArchCondition<JavaClass> what,
        String because,
        Class<?>... breakers) {

    @Override
    public String toString() {
        return name;
    }

    static DescribedPredicate<JavaClass> everywhere() {
        return alwaysTrue();
    }

    static DescribedPredicate<JavaClass> outside(String... packages) {
        return not(resideInAnyPackage(packages));
    }

    static DescribedPredicate<JavaClass> inside(String... rooms) {
        return resideInAnyPackage(
                Stream.of(rooms).map(room -> "chainstep." + room + "..").toArray(String[]::new));
    }

    static ArchCondition<JavaClass> use(String... packages) {
        return dependOnClassesThat(resideInAnyPackage(packages));
    }

    /** Calls, or names, a method of a class or of one that extends it. */
    static ArchCondition<JavaClass> call(Class<?> owner, String names) {
        return accessTargetWhere(target(owner, names));
    }

    /** The same, of a method that could be told a language and is not. */
    static ArchCondition<JavaClass> callWithoutLocale(Class<?> owner, String names) {
        DescribedPredicate<JavaAccess<?>> silent = DescribedPredicate.describe(
                "without a locale",
                access -> access.getTarget() instanceof CodeUnitAccessTarget call
                        && call.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Locale.class)));
        return accessTargetWhere(target(owner, names).and(silent));
    }

    private static DescribedPredicate<JavaAccess<?>> target(Class<?> owner, String names) {
        return DescribedPredicate.describe(
                owner.getSimpleName() + "." + names,
                access -> access.getTargetOwner().isAssignableTo(owner)
                        && access.getTarget().getName().matches(names));
    }
}
