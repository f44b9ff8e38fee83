// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * How the modules stand to each other: each rule with what it is for. Inside core {@code
 * ArchitectureTest} holds.
 */
@AnalyzeClasses(
        packages = "dev.plimsoll",
        importOptions = {ImportOption.DoNotIncludeTests.class, HouseTest.NoTestJars.class})
class HouseTest {
    /** The tests of core, as a later module gets them. */
    static final class NoTestJars implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }

    private static final String OURS = "dev.plimsoll..";
    private static final String SIMULATOR = "dev.plimsoll.sim..";
    private static final String APP = "dev.plimsoll.app..";
    private static final String CONFIG = "dev.plimsoll.config..";
    private static final String HTTP = "dev.plimsoll.http..";
    private static final String[] CORE = {
        "dev.plimsoll.model..",
        "dev.plimsoll.telemetry..",
        "dev.plimsoll.forecast..",
        "dev.plimsoll.capacity..",
        "dev.plimsoll.state..",
        "dev.plimsoll.plan..",
        "dev.plimsoll.fleet..",
        "dev.plimsoll.guard..",
        "dev.plimsoll.control.."
    };
    private static final String[] CONTROLLER = {
        "dev.plimsoll.adapter..", "dev.plimsoll.server..", APP, "dev.plimsoll.cli..", CONFIG, HTTP
    };

    @ArchTest
    static final ArchRule coreSeesNobody =
            noClasses()
                    .that()
                    .resideInAnyPackage(CORE)
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage(OURS).and(resideOutsideOfPackages(CORE)))
                    .because("the engine can be embedded without any of the rest");

    @ArchTest
    static final ArchRule simulatorSeesOnlyCore =
            noClasses()
                    .that()
                    .resideInAPackage(SIMULATOR)
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage(OURS)
                                    .and(resideOutsideOfPackages(CORE))
                                    .and(resideOutsideOfPackages(SIMULATOR)))
                    .because("a simulation that knew its host could not stand in for a cluster");

    @ArchTest
    static final ArchRule controllerSeesOnlyCoreAndSimulator =
            noClasses()
                    .that()
                    .resideInAnyPackage(CONTROLLER)
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage(OURS)
                                    .and(resideOutsideOfPackages(CORE))
                                    .and(resideOutsideOfPackages(SIMULATOR))
                                    .and(resideOutsideOfPackages(CONTROLLER)))
                    .because("agent and bench are deployed, or not, on their own");

    @ArchTest
    static final ArchRule everyPackageHasItsModule =
            classes()
                    .that()
                    .resideOutsideOfPackages(CORE)
                    .and()
                    .resideOutsideOfPackage(SIMULATOR)
                    .should()
                    .resideInAnyPackage(CONTROLLER)
                    .because("a package that no rule knows would escape them all");

    @ArchTest
    static final ArchRule adaptersDoNotSeeEachOther =
            slices().matching("dev.plimsoll.adapter.(*)..")
                    .should()
                    .notDependOnEachOther()
                    .because("each system is joined to the engine alone, and can be left out alone")
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule serversDoNotSeeEachOther =
            slices().matching("dev.plimsoll.server.(*)..")
                    .should()
                    .notDependOnEachOther()
                    .because("a controller and a fleet only ever meet over a socket");

    @ArchTest
    static final ArchRule onlyTheJournalKnowsOfStores =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("dev.plimsoll.adapter.journal..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "java.sql..", "org.jdbi..", "org.flywaydb..", "com.zaxxer..")
                    .because("where a journal is kept must not matter to whoever writes it");

    @ArchTest
    static final ArchRule adaptersKnowNoHost =
            noClasses()
                    .that()
                    .resideInAPackage("dev.plimsoll.adapter..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("dev.plimsoll.server..", APP, "dev.plimsoll.cli..", CONFIG)
                    .because("an adapter serves whoever holds its port");

    @ArchTest
    static final ArchRule theHttpClientKnowsNobody =
            noClasses()
                    .that()
                    .resideInAPackage(HTTP)
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage(OURS).and(resideOutsideOfPackages(HTTP)))
                    .because("adapters that must not see each other share it");

    @ArchTest
    static final ArchRule onlyServersKnowTheWebServer =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("dev.plimsoll.server..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("io.helidon..")
                    .because("another server must be able to take its place");

    @ArchTest
    static final ArchRule nothingSeesTheApp =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(APP)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(APP)
                    .because("it is where everything is put together, once");

    @ArchTest
    static final ArchRule filesKnowNoHost =
            noClasses()
                    .that()
                    .resideInAPackage(CONFIG)
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage(CONTROLLER).and(resideOutsideOfPackages(CONFIG)))
                    .because("a file means the same to whoever reads it");

    @ArchTest
    static final ArchRule readingYamlIsForAnyKindOfFile =
            noClasses()
                    .that()
                    .resideInAPackage("dev.plimsoll.config")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("dev.plimsoll.config.*..", SIMULATOR)
                    .because("scenarios and policies are read by the same means");

    @ArchTest
    static final ArchRule kindsOfFilesDoNotSeeEachOther =
            slices().matching("dev.plimsoll.config.(*)..")
                    .should()
                    .notDependOnEachOther()
                    .ignoreDependency(
                            resideInAnyPackage(
                                    "dev.plimsoll.config.scenario", "dev.plimsoll.config.policy"),
                            resideInAPackage("dev.plimsoll.config.workload"))
                    .because(
                            "what they both say has a room of its own, and nothing else is shared");
}
