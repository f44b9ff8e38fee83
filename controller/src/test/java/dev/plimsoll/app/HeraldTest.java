// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.app;

import static dev.plimsoll.control.Entries.WEB;
import static dev.plimsoll.control.Entries.decided;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plimsoll.adapter.webhook.HookReceiver;
import dev.plimsoll.app.Conditions.Condition;
import dev.plimsoll.app.Conditions.Kind;
import dev.plimsoll.config.Source;
import dev.plimsoll.config.policy.Configuration;
import dev.plimsoll.config.policy.ConfigurationReader;
import dev.plimsoll.control.InMemoryJournal;
import dev.plimsoll.control.Journal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What reaches a receiver of a controller. */
@Timeout(60)
class HeraldTest {
    @TempDir private Path folder;
    private final HookReceiver receiver = new HookReceiver();
    private final Conditions conditions =
            new Conditions(
                    new Log(
                            new PrintStream(
                                    new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                            InstantSource.system()));
    private final Herald herald = Herald.of(conditions);

    @BeforeEach
    void begin() throws IOException {
        Files.writeString(folder.resolve("secret"), "a secret");
        herald.begins(configuration());
    }

    @AfterEach
    void close() {
        herald.close();
        receiver.close();
    }

    @Test
    void aControllerThatBeginsAndEndsIsTold() throws Exception {
        JsonNode began = next();
        assertThat(began.path("type").asText()).isEqualTo("dev.plimsoll.controller.began");
        assertThat(began.path("source").asText()).isEqualTo("/plimsoll/main");
        assertThat(sentence(began))
                .isEqualTo("controller main begins with 0 policies on simulated unix:/tmp/f.sock");
        herald.ends("as it was asked to");
        herald.close();
        assertThat(sentence(next())).isEqualTo("the controller ends as it was asked to");
    }

    @Test
    void oneThatEndsWithoutAWordIsToldSo() throws Exception {
        next();
        herald.close();
        assertThat(sentence(next())).isEqualTo("the controller ends without having been asked to");
    }

    @Test
    void conditionsAreTold() throws Exception {
        next();
        conditions.raise(Kind.PLATFORM_UNAVAILABLE, "", "it is gone");
        JsonNode raised = next();
        assertThat(raised.path("type").asText()).isEqualTo("dev.plimsoll.condition.raised");
        assertThat(raised.at("/data/condition/kind").asText()).isEqualTo("PLATFORM_UNAVAILABLE");
        conditions.clear(Kind.PLATFORM_UNAVAILABLE, "");
        JsonNode over = next();
        assertThat(over.path("type").asText()).isEqualTo("dev.plimsoll.condition.over");
        assertThat(sentence(raised)).isEqualTo("it is gone");
        assertThat(sentence(over))
                .startsWith("PLATFORM_UNAVAILABLE is over after ")
                .endsWith("; it said: it is gone");
        assertThat(over.path("id")).isNotEqualTo(raised.path("id"));
    }

    @Test
    void whatIsCommittedIsTold() throws Exception {
        next();
        var memory = new InMemoryJournal(Duration.ofHours(1));
        var open = new OpenJournal("memory", memory, 1, () -> Instant.EPOCH, () -> {});
        Journal journal = herald.listening(open, Duration.ofSeconds(15)).journal();
        journal.append(decided(WEB, 15, 4, 7));
        journal.commit();
        JsonNode approved = next();
        assertThat(approved.path("type").asText()).isEqualTo("dev.plimsoll.action.approved");
        assertThat(approved.path("subject").asText()).isEqualTo("shop/web");
    }

    @Test
    void aHookThatFailsIsAConditionOfWhichNoHookIsTold() throws Exception {
        next();
        Path secret = folder.resolve("secret");
        Files.delete(secret);
        conditions.raise(Kind.STORE_UNAVAILABLE, "", "it is gone");
        Condition failing = AwaitedConditions.present(conditions, Kind.WEB_HOOK_FAILING);
        assertThat(failing.subject()).isEqualTo(receiver.url("/hook").toString());
        assertThat(failing.sentence())
                .startsWith("web hook " + failing.subject() + ": 1 event waits since ")
                .endsWith("could not be signed: its secretFile cannot be read as text");
        Files.writeString(secret, "another secret");
        assertThat(next().at("/data/condition/kind").asText()).isEqualTo("STORE_UNAVAILABLE");
        AwaitedConditions.gone(conditions, Kind.WEB_HOOK_FAILING);
        conditions.clear(Kind.STORE_UNAVAILABLE, "");
        assertThat(next().at("/data/condition/kind").asText()).isEqualTo("STORE_UNAVAILABLE");
    }

    private JsonNode next() throws Exception {
        return new ObjectMapper().readTree(receiver.take().body());
    }

    private static String sentence(JsonNode event) {
        return event.at("/data/sentence").asText();
    }

    private Configuration configuration() {
        String text =
                """
                apiVersion: plimsoll.dev/v1alpha1
                kind: Controller
                metadata: {name: main}
                spec:
                  platform: {simulated: 'unix:/tmp/f.sock'}
                  webHooks: [{url: '%s', secretFile: '%s'}]
                """
                        .formatted(receiver.url("/hook?token=a"), folder.resolve("secret"));
        return ConfigurationReader.read(List.of(new Source("main.yaml", text)));
    }
}
