// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;

/** A back-test is as repeatable as the engine that it tests. */
@AnalyzeClasses(packages = "dev.plimsoll.sim", importOptions = ImportOption.DoNotIncludeTests.class)
class SimulatorTest {
    @ArchTest static final ArchTests determinism = ArchTests.in(DeterminismRules.class);

    @ArchTest
    static final ArchRule peersDecideApartFromAnyCluster =
            noClasses()
                    .that()
                    .resideInAPackage("dev.plimsoll.sim.baseline.*..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.plimsoll.sim.cluster..",
                            "dev.plimsoll.sim.backtest..",
                            "dev.plimsoll.control..",
                            "dev.plimsoll.plan..")
                    .because("golden files replay the very classes that a simulation drives");
}
