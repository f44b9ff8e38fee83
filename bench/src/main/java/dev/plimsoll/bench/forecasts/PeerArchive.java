// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.forecasts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plimsoll.forecast.Forecast;
import dev.plimsoll.forecast.Quantiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The peers' jobs and answers in a folder. Their files are named for the trace and a hash of the
 * job, the script and the versions of its libraries, so that an answer is found again as long as
 * nothing of that has changed.
 */
final class PeerArchive implements PeerSource {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int HASH_LENGTH = 16;

    private final Path folder;
    private final String recipe;

    /** An archive of what {@code recipe}, the text of the script and its requirements, answers. */
    PeerArchive(Path folder, String recipe) {
        this.folder = folder;
        this.recipe = recipe;
    }

    boolean hasAnswer(Course course) {
        return Files.exists(file(course, ".answer.json"));
    }

    /** Writes what the script is to read, and returns the file. */
    Path writeJob(Course course) throws IOException {
        return Files.writeString(file(course, ".job.json"), PeerJob.text(course));
    }

    @Override
    public List<PeerAnswer> answers(Course course) throws IOException {
        JsonNode answer = MAPPER.readTree(file(course, ".answer.json").toFile());
        DoubleBuffer numbers =
                ByteBuffer.wrap(Files.readAllBytes(file(course, ".answer.f64")))
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .asDoubleBuffer();
        List<PeerAnswer> answers = new ArrayList<>();
        for (JsonNode peer : answer.path("peers")) {
            answers.add(answer(peer, course, numbers));
        }
        return answers;
    }

    private static PeerAnswer answer(JsonNode peer, Course course, DoubleBuffer numbers) {
        String model = peer.path("model").asText();
        if (peer.has("failure")) {
            return new PeerAnswer.Failed(model, peer.path("failure").asText());
        }
        List<Forecast> forecasts = new ArrayList<>();
        for (int origin = 0; origin < course.origins().size(); origin++) {
            forecasts.add(forecast(model, course.longest(), numbers));
        }
        return new PeerAnswer.Answered(model, peer.path("cpuMicros").asDouble(), forecasts);
    }

    private static Forecast forecast(String model, int horizon, DoubleBuffer numbers) {
        List<Quantiles> steps = new ArrayList<>(horizon);
        for (int step = 0; step < horizon; step++) {
            double[] row = new double[Quantiles.LEVELS.size()];
            numbers.get(row);
            steps.add(quantiles(row));
        }
        return new Forecast(model, steps);
    }

    /**
     * No demand is below 0, which our own forecasts know and the peers do not: what they give below
     * is cut, to their advantage. A median outside its own band widens the band.
     */
    static Quantiles quantiles(double... row) {
        double median = Math.max(0, row[2]);
        double q25 = Math.clamp(row[1], 0, median);
        double q75 = Math.max(row[3], median);
        return new Quantiles(Math.clamp(row[0], 0, q25), q25, median, q75, Math.max(row[4], q75));
    }

    private Path file(Course course, String suffix) {
        String readable = course.trace().replaceAll("[^A-Za-z0-9._-]", "-");
        return folder.resolve(readable + "-" + key(course) + suffix);
    }

    /** Changes with the job, the script and the requirements, and with nothing else. */
    String key(Course course) {
        MessageDigest hash = sha256();
        hash.update(PeerJob.text(course).getBytes(StandardCharsets.UTF_8));
        hash.update(recipe.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash.digest()).substring(0, HASH_LENGTH);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
