// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.policies;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * Finished replays in a folder, a file each. A file's name has the hash of all that its replay
 * depends on, so that what has changed is not found again. A file is there as a whole or not at
 * all. Thread-safe.
 */
final class Archive {
    private static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                    .build();

    private final Path folder;

    Archive(Path folder) {
        this.folder = folder;
    }

    /** What was kept; nothing also if the file is not one of ours. */
    Optional<Replayed> find(ReplayKey key) throws IOException {
        Path file = file(key);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(MAPPER.readValue(Files.readAllBytes(file), Replayed.class));
        } catch (JsonProcessingException damaged) {
            return Optional.empty();
        }
    }

    void keep(ReplayKey key, Replayed replayed) throws IOException {
        Path file = file(key);
        Path inFolder = Files.createDirectories(folder.resolve(key.folder()));
        Path draft = Files.createTempFile(inFolder, "draft", ".tmp");
        Files.write(draft, MAPPER.writeValueAsBytes(replayed));
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private Path file(ReplayKey key) {
        return folder.resolve(key.folder()).resolve(key.file() + ".json");
    }
}
