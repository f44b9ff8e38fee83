// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;

/** A back-test is as repeatable as the engine that it tests. */
@AnalyzeClasses(packages = "dev.plimsoll.sim", importOptions = ImportOption.DoNotIncludeTests.class)
class SimulatorTest {
    @ArchTest static final ArchTests determinism = ArchTests.in(DeterminismRules.class);
}
