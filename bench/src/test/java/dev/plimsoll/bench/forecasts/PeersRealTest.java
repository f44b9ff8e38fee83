// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.forecasts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.sim.workload.Trace;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The peers themselves, installed by the product's own means: needs Python and a package index. */
@Tag("cluster")
@Timeout(300)
class PeersRealTest {
    private static final int HOUR = 3600;

    @TempDir private Path folder;

    @Test
    void sixPeersForecastADailyPattern() throws IOException, InterruptedException {
        Course daily = course("daily", 10 * 24);
        Course brief = course("brief", 30);
        PeerSource source = peers().answers(List.of(daily, brief));

        List<PeerAnswer> answers = source.answers(daily);
        assertThat(answers)
                .extracting(PeerAnswer::model)
                .containsExactly(
                        "AutoARIMA", "AutoETS", "AutoTheta", "MSTL", "SeasonalNaive", "Naive");
        assertThat(answers).allSatisfy(answer -> assertAnswered(answer, daily));
        Comparison comparison =
                Comparison.of(
                        List.of("naive"),
                        new Courses(List.of(daily, brief), List.of()),
                        source,
                        () -> {});
        for (String knowsTheDay : List.of("AutoETS", "AutoTheta", "MSTL", "SeasonalNaive")) {
            assertThat(error(comparison, knowsTheDay))
                    .as(knowsTheDay)
                    .isLessThan(0.5 * error(comparison, "Naive"));
        }
        assertThat(comparison.failures())
                .extracting(Comparison.Failure::model)
                .contains("MSTL")
                .doesNotContain("AutoTheta");
    }

    private Peers peers() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        return new Peers(folder, "python3", nowhere);
    }

    private static void assertAnswered(PeerAnswer answer, Course course) {
        assertThat(answer)
                .isInstanceOfSatisfying(
                        PeerAnswer.Answered.class,
                        answered -> {
                            assertThat(answered.forecasts()).hasSize(course.origins().size());
                            assertThat(answered.cpuMicros()).isPositive();
                            assertThat(answered.forecasts().getFirst().horizon())
                                    .isEqualTo(course.longest());
                        });
    }

    private static double error(Comparison comparison, String model) {
        return comparison.pairs().stream()
                .filter(pair -> pair.model().equals(model))
                .filter(pair -> pair.course().trace().equals("daily"))
                .filter(pair -> pair.horizon() == Horizon.DAY)
                .mapToDouble(pair -> pair.accuracy().mase().orElseThrow())
                .findFirst()
                .orElseThrow();
    }

    /** Hourly, with some noise and a gap. */
    private static Course course(String name, int samples) {
        SplittableRandom random = new SplittableRandom(1);
        List<Double> times = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < samples; i++) {
            if (i != samples / 4) {
                times.add((double) i * HOUR);
                values.add(20 + 10 * StrictMath.sin(i * StrictMath.PI / 12) + random.nextDouble());
            }
        }
        return Course.of(Trace.of(name, array(times), array(values)), 10).orElseThrow();
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
