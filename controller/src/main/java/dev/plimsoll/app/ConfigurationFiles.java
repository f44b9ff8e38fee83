// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.app;

import dev.plimsoll.app.Conditions.Kind;
import dev.plimsoll.config.Source;
import dev.plimsoll.config.policy.Configuration;
import dev.plimsoll.config.policy.ConfigurationReader;
import dev.plimsoll.config.policy.ControllerSettings;
import dev.plimsoll.model.InvalidInputException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The files that a controller was started with, read again whenever what they say has changed. What
 * cannot be used is said, and what was read last stays in force. Not thread-safe.
 */
final class ConfigurationFiles {
    private final List<Path> files;
    private final Conditions conditions;
    private List<String> texts;
    private Configuration inForce;
    private Optional<Configuration> before = Optional.empty();

    /**
     * Reads them for the first time.
     *
     * @throws InvalidInputException if they cannot be used
     */
    ConfigurationFiles(List<Path> files, Conditions conditions) {
        this.files = List.copyOf(files);
        this.conditions = conditions;
        List<Source> sources = sources();
        this.texts = texts(sources);
        this.inForce = read(sources);
    }

    Configuration inForce() {
        return inForce;
    }

    /** Reads them again; whether they say something else now that can be used. */
    boolean readAgain() {
        try {
            List<String> earlier = texts;
            texts = List.of(); // where they cannot be read, whatever they say next is new
            List<Source> sources = sources();
            texts = texts(sources);
            if (texts.equals(earlier)) {
                return false;
            }
            Configuration read = read(sources);
            requireSameAddresses(read);
            conditions.clear(Kind.CONFIGURATION_INVALID, "");
            if (read.equals(inForce)) {
                return false;
            }
            before = before.or(() -> Optional.of(inForce));
            inForce = read;
            return true;
        } catch (InvalidInputException e) {
            refuse(String.join("; ", e.problems()));
            return false;
        }
    }

    /** What they say has proved to be usable. */
    void confirm() {
        before = Optional.empty();
    }

    /** What they say has proved to be unusable; whether there is an earlier word to go back to. */
    boolean withdraw(String why) {
        Optional<Configuration> earlier = before;
        confirm();
        earlier.ifPresent(read -> {
            inForce = read;
            refuse(why);
        });
        return earlier.isPresent();
    }

    private void refuse(String why) {
        conditions.raise(
                Kind.CONFIGURATION_INVALID, "", "what was read before stays in force: " + why);
    }

    private List<Source> sources() {
        return files.stream().map(ConfigurationReader::source).toList();
    }

    private static List<String> texts(List<Source> sources) {
        return sources.stream().map(Source::text).toList();
    }

    private static Configuration read(List<Source> sources) {
        Configuration read = ConfigurationReader.read(sources);
        if (read.controller().isEmpty()) {
            throw new InvalidInputException(
                    sources.getFirst().name(),
                    "kind",
                    "ScalingPolicy",
                    "add a document of kind Controller, here or in a further -f");
        }
        return read;
    }

    /** Where it listens cannot change under those who talk to it. */
    private void requireSameAddresses(Configuration read) {
        ControllerSettings now = inForce.controller().orElseThrow();
        ControllerSettings next = read.controller().orElseThrow();
        if (!next.socket().equals(now.socket())) {
            throw fixed("socket", next.socket());
        }
        if (!next.management().equals(now.management())) {
            throw fixed("management", next.management());
        }
    }

    private InvalidInputException fixed(String field, Object value) {
        return new InvalidInputException(
                files.getFirst().toString(),
                "spec." + field,
                value.toString(),
                "cannot change while the controller runs; start it again");
    }
}
