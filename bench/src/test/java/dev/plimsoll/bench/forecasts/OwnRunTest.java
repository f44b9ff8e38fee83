// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.forecasts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.forecast.HorizonAccuracy;
import dev.plimsoll.sim.workload.Trace;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnRunTest {
    @ParameterizedTest
    @ValueSource(strings = {"auto", "naive", "seasonal-naive", "holt-winters"})
    void takingTheTimeChangesNoForecast(String model) {
        SplittableRandom random = new SplittableRandom(1);
        double[] values = new double[200];
        Arrays.setAll(values, i -> 10 + i % 24 + random.nextDouble());
        Course course = Course.of(Trace.regular("web_a", 3600, values), 12).orElseThrow();

        List<HorizonAccuracy> plain =
                course.rolling()
                        .accuracy(
                                () -> OwnModels.create(model, 3600, course.longest(), 24),
                                course.originArray());

        assertThat(new OwnRun(course, model).pairs())
                .extracting(Pair::accuracy)
                .containsExactlyElementsOf(plain);
    }
}
