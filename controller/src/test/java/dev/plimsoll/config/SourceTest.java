// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.model.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTest {
    @TempDir private Path folder;

    @Test
    void readsTextUpToAMebibyte() throws IOException {
        Path file = Files.writeString(folder.resolve("a.yaml"), "é".repeat(1 << 19));

        Source source = Source.of(file);

        assertThat(source.name()).isEqualTo(file.toString());
        assertThat(source.text()).hasSize(1 << 19).startsWith("é");
    }

    @Test
    void refusesWhatIsNoTextOfThatSize() throws IOException {
        Path large = Files.write(folder.resolve("large"), new byte[(1 << 20) + 1]);
        Path latin = Files.write(folder.resolve("latin"), new byte[] {'a', (byte) 0xe9});

        assertRefused(large, "is larger than 1 MiB: give a smaller one");
        assertRefused(latin, "is not UTF-8: give YAML text in UTF-8");
        assertThat(Source.of(large, 2).text()).hasSize((1 << 20) + 1);
        assertRefused(folder, "is a directory: give the YAML file itself");
        assertRefused(folder.resolve("absent"), "does not exist: check the path");
    }

    private static void assertRefused(Path file, String problem) {
        assertThatThrownBy(() -> Source.of(file))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("file %s %s", file, problem);
    }
}
