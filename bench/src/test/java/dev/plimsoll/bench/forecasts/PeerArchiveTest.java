// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.forecasts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plimsoll.forecast.Quantiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeerArchiveTest {
    private static final Course COURSE = Examples.course("web/a");

    @TempDir private Path folder;

    @Test
    void theJobHoldsTheSamplesAndWhereToForecastFrom() throws IOException {
        Path job = new PeerArchive(folder, "script").writeJob(COURSE);
        assertThat(job.getFileName().toString()).matches("web-a-[0-9a-f]{16}\\.job\\.json");
        JsonNode root = new ObjectMapper().readTree(job.toFile());
        assertThat(root.toString())
                .isEqualTo(
                        "{\"stepSeconds\":900.0,\"daySteps\":96,\"horizon\":2,\"origins\":[1,2],"
                                + "\"values\":[4.0,6.0,null,8.0,7.0]}");
    }

    @Test
    void anAnswerIsFoundAgainUntilTheJobOrTheScriptChanges() throws IOException {
        PeerArchive archive = new PeerArchive(folder, "script");
        assertThat(archive.hasAnswer(COURSE)).isFalse();
        answer(archive, "{\"peers\":[]}");
        assertThat(archive.hasAnswer(COURSE)).isTrue();
        assertThat(new PeerArchive(folder, "script").hasAnswer(COURSE)).isTrue();
        assertThat(new PeerArchive(folder, "other").hasAnswer(COURSE)).isFalse();
        Course other =
                new Course(COURSE.trace(), 900, COURSE.series(), COURSE.horizons(), List.of(0, 2));
        assertThat(archive.hasAnswer(other)).isFalse();
    }

    @Test
    void readsWhatEachPeerAnswered() throws IOException {
        PeerArchive archive = new PeerArchive(folder, "script");
        answer(
                archive,
                """
                {"peers": [{"model": "A", "cpuMicros": 12.5},
                           {"model": "B", "failure": "ValueError: too short"},
                           {"model": "C", "cpuMicros": 7}]}
                """,
                1,
                2,
                3,
                4,
                5, /**/
                2,
                3,
                4,
                5,
                6, /**/
                3,
                4,
                5,
                6,
                7, /**/
                4,
                5,
                6,
                7,
                8,
                10,
                20,
                30,
                40,
                50, /**/
                20,
                30,
                40,
                50,
                60, /**/
                0,
                0,
                0,
                0,
                0, /**/
                1,
                1,
                1,
                1,
                1);

        List<PeerAnswer> answers = archive.answers(COURSE);

        assertThat(answers).extracting(PeerAnswer::model).containsExactly("A", "B", "C");
        var first = (PeerAnswer.Answered) answers.get(0);
        assertThat(first.cpuMicros()).isEqualTo(12.5);
        assertThat(first.forecasts()).hasSize(2);
        assertThat(first.forecasts().get(1).at(2)).isEqualTo(new Quantiles(4, 5, 6, 7, 8));
        assertThat(answers.get(1)).isEqualTo(new PeerAnswer.Failed("B", "ValueError: too short"));
        var last = (PeerAnswer.Answered) answers.get(2);
        assertThat(last.forecasts().get(0).at(2)).isEqualTo(new Quantiles(20, 30, 40, 50, 60));
    }

    @Test
    void whatIsBelowZeroIsCutAndTheBandHoldsItsMedian() {
        assertThat(PeerArchive.quantiles(-3, -1, 2, 5, 8)).isEqualTo(new Quantiles(0, 0, 2, 5, 8));
        assertThat(PeerArchive.quantiles(-9, -8, -7, -6, -5))
                .isEqualTo(new Quantiles(0, 0, 0, 0, 0));
        assertThat(PeerArchive.quantiles(1, 2, 9, 4, 5)).isEqualTo(new Quantiles(1, 2, 9, 9, 9));
        assertThat(PeerArchive.quantiles(6, 5, 1, 7, 8)).isEqualTo(new Quantiles(1, 1, 1, 7, 8));
    }

    private static void answer(PeerArchive archive, String json, double... numbers)
            throws IOException {
        Path job = archive.writeJob(COURSE);
        String stem = job.toString().replace(".job.json", "");
        ByteBuffer bytes =
                ByteBuffer.allocate(Double.BYTES * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(numbers);
        Files.write(Path.of(stem + ".answer.f64"), bytes.array());
        Files.writeString(Path.of(stem + ".answer.json"), json);
    }
}
