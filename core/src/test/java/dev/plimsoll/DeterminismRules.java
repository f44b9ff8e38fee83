// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;

/** What gives the same bytes on every machine does without; for core and the simulator. */
final class DeterminismRules {
    @ArchTest
    static final ArchRule noWallClock =
            noClasses()
                    .should()
                    .callMethod(System.class, "currentTimeMillis")
                    .orShould()
                    .callMethod(System.class, "nanoTime")
                    .orShould()
                    .callMethodWhere(
                            are(target(owner(assignableTo(Clock.class))))
                                    .and(target(nameMatching("system.*|tick.*"))))
                    .orShould()
                    .callMethodWhere(
                            are(target(owner(assignableTo(InstantSource.class))))
                                    .and(target(nameMatching("system"))))
                    .orShould()
                    .callMethodWhere(
                            are(target(nameMatching("now"))).and(targetsPackage("java.time")))
                    .because("time is handed in, so that a decision can be made again later");

    @ArchTest
    static final ArchRule noTranscendentalFunctionsOfThePlatform =
            noClasses()
                    .should()
                    .callMethodWhere(
                            are(target(owner(assignableTo(Math.class))))
                                    .and(
                                            target(
                                                    nameMatching(
                                                            "exp|expm1|log|log10|log1p|pow|cbrt"
                                                                + "|a?(sin|cos|tan)h?|atan2|hypot"))))
                    .because("Math may round them differently on another machine; use StrictMath");

    @ArchTest
    static final ArchRule noOrderOfHashes =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("java.util.HashMap")
                    .orShould()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("java.util.HashSet")
                    .orShould()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("java.util.concurrent.ConcurrentHashMap")
                    .orShould()
                    .callMethodWhere(makesUnordered())
                    .because("their order differs from one machine to the next");

    private DeterminismRules() {}

    private static DescribedPredicate<JavaCall<?>> targetsPackage(String name) {
        return describe(
                "in " + name, call -> call.getTargetOwner().getPackageName().startsWith(name));
    }

    /** A map of one entry has only one order. */
    private static DescribedPredicate<JavaCall<?>> makesUnordered() {
        return describe(
                "Map.of with two entries or more, Set.of, or a copyOf them",
                call ->
                        call.getTargetOwner().isEquivalentTo(Map.class)
                                        && (call.getName().matches("copyOf|ofEntries")
                                                || call.getName().equals("of")
                                                        && parameters(call) > 2)
                                || call.getTargetOwner().isEquivalentTo(Set.class)
                                        && call.getName().matches("copyOf|of")
                                        && parameters(call) > 0);
    }

    private static int parameters(JavaCall<?> call) {
        return call.getTarget().getRawParameterTypes().size();
    }
}
