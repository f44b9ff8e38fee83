// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.plimsoll.guard.ApprovedAction;
import java.util.Collection;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;

/** The shape of the engine: each rule with what it is for. */
@AnalyzeClasses(packages = "dev.plimsoll", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule dataFlowsOneWay =
            layeredArchitecture()
                    .consideringOnlyDependenciesInLayers()
                    .withOptionalLayers(true)
                    .layer("model")
                    .definedBy("dev.plimsoll.model..")
                    .layer("telemetry")
                    .definedBy("dev.plimsoll.telemetry..")
                    .layer("forecast")
                    .definedBy("dev.plimsoll.forecast..")
                    .layer("capacity")
                    .definedBy("dev.plimsoll.capacity..")
                    .layer("state")
                    .definedBy("dev.plimsoll.state..")
                    .layer("plan")
                    .definedBy("dev.plimsoll.plan..")
                    .layer("fleet")
                    .definedBy("dev.plimsoll.fleet..")
                    .layer("guard")
                    .definedBy("dev.plimsoll.guard..")
                    .layer("control")
                    .definedBy("dev.plimsoll.control..")
                    .whereLayer("model")
                    .mayNotAccessAnyLayer()
                    .whereLayer("telemetry")
                    .mayOnlyAccessLayers("model")
                    .whereLayer("forecast")
                    .mayOnlyAccessLayers("model", "telemetry")
                    .whereLayer("capacity")
                    .mayOnlyAccessLayers("model", "telemetry")
                    .whereLayer("state")
                    .mayOnlyAccessLayers("model", "telemetry")
                    .whereLayer("plan")
                    .mayOnlyAccessLayers("model", "telemetry", "forecast", "capacity", "state")
                    .whereLayer("fleet")
                    .mayOnlyAccessLayers(
                            "model", "telemetry", "forecast", "capacity", "state", "plan")
                    .whereLayer("guard")
                    .mayOnlyAccessLayers(
                            "model", "telemetry", "forecast", "capacity", "state", "plan", "fleet")
                    .whereLayer("control")
                    .mayNotBeAccessedByAnyLayer()
                    .because("a stage knows only what stands before it in the loop");

    @ArchTest
    static final ArchRule everyPackageIsALayer =
            classes()
                    .should()
                    .resideInAnyPackage(
                            "dev.plimsoll.model..",
                            "dev.plimsoll.telemetry..",
                            "dev.plimsoll.forecast..",
                            "dev.plimsoll.capacity..",
                            "dev.plimsoll.state..",
                            "dev.plimsoll.plan..",
                            "dev.plimsoll.fleet..",
                            "dev.plimsoll.guard..",
                            "dev.plimsoll.control..")
                    .because("a package outside the layers would escape their rule");

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("dev.plimsoll.(*)..")
                    .should()
                    .beFreeOfCycles()
                    .because("packages in a cycle can only be understood together");

    @ArchTest
    static final ArchRule noIo =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "java.net..",
                            "java.sql..",
                            "java.io..",
                            "java.nio.file..",
                            "java.nio.channels..",
                            "javax..")
                    .because("what decides must be replayable; the world enters through ports");

    @ArchTest
    static final ArchRule noFramework =
            classes()
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.plimsoll..",
                            "java..",
                            "org.jspecify..",
                            "org.hipparchus..",
                            "libsvm..")
                    .because("others embed the engine, with whatever libraries they have");

    @ArchTest
    static final ArchRule numericsStayWithTheForecasts =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("dev.plimsoll.forecast..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.hipparchus..", "libsvm..")
                    .because("estimating a model is the only part that needs an optimiser");

    @ArchTest
    static final ArchRule forecastsHaveNoCycles =
            slices().matching("dev.plimsoll.forecast.(*)..")
                    .should()
                    .beFreeOfCycles()
                    .because("a model is understood without the models beside it");

    @ArchTest static final ArchTests determinism = ArchTests.in(DeterminismRules.class);

    @ArchTest
    static final ArchRule noUnseededRandomness =
            noClasses()
                    .should()
                    .callMethod(Math.class, "random")
                    .orShould()
                    .callConstructor(Random.class)
                    .orShould()
                    .callConstructor(SplittableRandom.class)
                    .orShould()
                    .dependOnClassesThat()
                    .areAssignableTo(ThreadLocalRandom.class)
                    .orShould()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("java.security.SecureRandom")
                    .orShould()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("java.util.UUID")
                    .because("the same journal must give the same decisions");

    @ArchTest
    static final ArchRule noSleepAndNoThreads =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(Thread.class)
                    .orShould()
                    .dependOnClassesThat()
                    .resideInAPackage("java.util.concurrent..")
                    .because("a pure function does not wait; threads belong to the edge");

    @ArchTest
    static final ArchRule staticFieldsAreFinal =
            fields().that()
                    .areStatic()
                    .should()
                    .beFinal()
                    .because("shared mutable state makes results depend on who ran before");

    @ArchTest
    static final ArchRule staticFieldsHoldNoAccumulators =
            fields().that()
                    .areStatic()
                    .should()
                    .notHaveRawType(mutable())
                    .because("what is learned lives in knowledge, which can be saved and restored");

    @ArchTest
    static final ArchRule staticArraysArePrivate =
            fields().that()
                    .areStatic()
                    .and()
                    .areNotPrivate()
                    .and()
                    .doNotHaveModifier(JavaModifier.SYNTHETIC) // the compiler's, for switches
                    .should()
                    .notHaveRawType(describe("an array", JavaClass::isArray))
                    .because("an array that others can reach can be changed by them");

    @ArchTest
    static final ArchRule onlyTheGuardApproves =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("dev.plimsoll.guard")
                    .should()
                    .callConstructorWhere(constructs(ApprovedAction.class))
                    .because("an action that no rule has seen must not be executable");

    private static DescribedPredicate<JavaClass> mutable() {
        return describe(
                "mutable",
                type ->
                        type.getPackageName().startsWith("java.util.concurrent.atomic")
                                || type.isAssignableTo(StringBuilder.class)
                                || type.isAssignableTo(ThreadLocal.class)
                                || type.isAssignableTo(Random.class)
                                || !type.isInterface()
                                        && (type.isAssignableTo(Map.class)
                                                || type.isAssignableTo(Collection.class)));
    }

    private static DescribedPredicate<JavaConstructorCall> constructs(Class<?> type) {
        return describe(
                "of " + type.getSimpleName(), call -> call.getTargetOwner().isEquivalentTo(type));
    }
}
