// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.cli.chart.Lettering;
import dev.plimsoll.cli.chart.Point;
import dev.plimsoll.cli.chart.Shape;
import dev.plimsoll.forecast.ensemble.Trust;
import dev.plimsoll.model.InvalidInputException;
import dev.plimsoll.sim.workload.Trace;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForecastPictureTest {
    private static final int WHITE = 0xffffff;
    private static final int MEDIAN = 0x0b5fa5;

    @TempDir private Path folder;

    @Test
    void isAPngOfItsSizeWithSomethingOnIt() {
        BufferedImage image = image(Terminal.bytes("forecast", TraceFile.web(folder), "-o=png"));

        assertThat(image.getWidth()).isEqualTo(1400);
        assertThat(image.getHeight()).isBetween(560, 800);
        assertThat(colours(image)).contains(WHITE, MEDIAN).hasSizeGreaterThan(50);
    }

    @Test
    void isWrittenToAFileAsToStandardOutput() throws IOException {
        String trace = TraceFile.web(folder);
        Path file = folder.resolve("web.png");

        Terminal terminal = Terminal.succeed("forecast", trace, "-o=png", "--out=" + file);

        assertThat(terminal.out()).isEmpty();
        assertThat(Files.readAllBytes(file)).isEqualTo(Terminal.bytes("forecast", trace, "-o=png"));
    }

    @Test
    void everyFormCanBeWrittenToAFile() throws IOException {
        for (String form : List.of("table", "json", "html")) {
            String[] arguments = {"forecast", TraceFile.web(folder), "-o", form};
            Path file = folder.resolve("web." + form);
            String[] toFile =
                    Stream.concat(Stream.of(arguments), Stream.of("--out", file.toString()))
                            .toArray(String[]::new);

            assertThat(Terminal.succeed(toFile).out()).isEmpty();
            assertThat(file).hasContent(Terminal.succeed(arguments).out());
        }
    }

    @Test
    void isNotPrintedOnATerminal() {
        Destination shown = new Destination(System.out, Optional.empty());
        Destination kept = new Destination(System.out, Optional.of(folder.resolve("web.png")));

        kept.requireRoomForBytes(true);
        shown.requireRoomForBytes(false);
        assertThatThrownBy(() -> shown.requireRoomForBytes(true))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(
                        "-o: form 'png': a terminal cannot show it: name a file with --out"
                                + " FILE.png, or redirect the output");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "constant, 200, 7, 7",
        "zeros, 200, 0, 0",
        "huge, 200, 1e15, 1e15",
        "huge and small, 200, 0, 1e15",
        "tiny, 200, 1e-300, 3e-300",
        "least, 200, 0, 4.9e-324",
        "nearly constant, 200, 1e9, 1.0000000001e9",
        "alternating, 200, 0, 100",
        "two points, 2, 1, 2",
        "three points, 3, 1, 2",
    })
    void drawsWhatIsHardToDraw(String name, int samples, double even, double odd) {
        for (int steps : new int[] {1, 2, 30, 1000}) {
            List<Shape> shapes = shapes(samples, i -> i % 2 == 0 ? even : odd, steps);

            assertThat(shapes).hasSizeGreaterThan(20).allSatisfy(shape -> assertOnPaper(shape));
        }
    }

    @Test
    void saysAllThatTheTableSays() {
        List<String> texts = texts(shapes(300, i -> i % 7, 30));

        assertThat(texts)
                .contains("test: 300 samples of 1m", "The last 90m, and the next 30m")
                .anyMatch(text -> text.startsWith("Forecast by ensemble"))
                .anyMatch(text -> text.startsWith("5m ahead (40 windows): MASE "))
                .contains("From the beginning; the part above is shaded");
    }

    @Test
    void wrapsWhatIsLong() {
        List<String> symptoms =
                IntStream.range(0, 60).mapToObj("symptom number %d"::formatted).toList();
        TraceForecast plain = forecast(300, i -> i % 7, 30);
        TraceForecast ill =
                new TraceForecast(plain.samples(), plain.origins(), plain.runs(), symptoms);

        List<String> lines = texts(ForecastPicture.of(ill).shapes());

        assertThat(lines).anyMatch(line -> line.startsWith("Symptoms: symptom number 0; "));
        assertThat(lines).anyMatch(line -> line.endsWith("symptom number 59"));
        assertThat(lines).allMatch(line -> line.length() <= Lettering.BODY.letters(1290));
        assertThat(ForecastPicture.of(ill).height())
                .isGreaterThan(ForecastPicture.of(plain).height());
    }

    @Test
    void namesTheLargestPartsOfACombination() {
        TraceForecast plain = forecast(300, i -> i % 7, 30);
        List<ModelShare> shares =
                Stream.of(0.4, 0.25, 0.2, 0.07, 0.05, 0.02, 0.01)
                        .map(share -> new ModelShare("model", share))
                        .toList();
        ModelRun run =
                new ModelRun(
                        "all",
                        plain.run().accuracy(),
                        plain.run().forecasts(),
                        shares,
                        new Trust.Lost(0.6, 0.05));

        assertThat(ForecastText.maker(run))
                .isEqualTo(
                        "all (model 40 %, model 25 %, model 20 %, model 7 %, model 5 %, 2 more 3"
                                + " %)");
        assertThat(run.distrust().orElseThrow()).contains("held 60 % of the time", "5 points");
        assertThat(plain.run().distrust()).isEmpty();
    }

    private static void assertOnPaper(Shape shape) {
        List<Point> points =
                switch (shape) {
                    case Shape.Line line -> line.points();
                    case Shape.Area area -> area.points();
                    case Shape.Text text -> List.of(text.at());
                };
        assertThat(points).isNotEmpty();
        assertThat(points).allMatch(point -> point.x() >= 0 && point.x() <= 1400);
        assertThat(points).allMatch(point -> point.y() >= 0 && point.y() <= 1000);
    }

    private static List<String> texts(List<Shape> shapes) {
        return shapes.stream()
                .filter(Shape.Text.class::isInstance)
                .map(shape -> ((Shape.Text) shape).text())
                .toList();
    }

    private static List<Shape> shapes(int samples, IntToDoubleFunction value, int steps) {
        return ForecastPicture.of(forecast(samples, value, steps)).shapes();
    }

    private static TraceForecast forecast(int size, IntToDoubleFunction value, int steps) {
        double[] values = IntStream.range(0, size).mapToDouble(value).toArray();
        TraceSamples samples = new TraceSamples(Trace.regular("test", 60, values));
        boolean isLong = size >= steps + 78;
        ForecastOrigins origins =
                isLong
                        ? ForecastOrigins.rolling(
                                samples, TraceForecast.rolling(samples, steps), steps)
                        : ForecastOrigins.exactly(new TreeSet<>(List.of(size - 2, size - 1)));
        return TraceForecast.of(
                samples,
                steps,
                origins,
                Contestants.of(Optional.empty(), samples, steps),
                () -> {});
    }

    private static BufferedImage image(byte[] bytes) {
        try {
            return ImageIO.read(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Integer> colours(BufferedImage image) {
        int[] pixels =
                image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return Arrays.stream(pixels).map(pixel -> pixel & WHITE).distinct().boxed().toList();
    }
}
