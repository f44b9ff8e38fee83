// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plimsoll.adapter.webhook.FakeTime;
import dev.plimsoll.adapter.webhook.HookReceiver;
import dev.plimsoll.adapter.webhook.Patience;
import dev.plimsoll.adapter.webhook.WebHooks;
import dev.plimsoll.control.Event;
import dev.plimsoll.control.Event.Kind;
import dev.plimsoll.control.Events;
import dev.plimsoll.control.Outcome.Refusal;
import dev.plimsoll.control.PlatformException.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What web hooks receive keeps to the schema in docs. */
class EventSchemaTest {
    private static final JsonNode SCHEMA = SchemaCheck.schema("event-v1");

    @TempDir private Path folder;

    @Test
    void everyEventKeepsToItsSchema() throws Exception {
        for (JsonNode event : received(Events.all())) {
            assertThat(SchemaCheck.problems(SCHEMA, event)).as("%s", event).isEmpty();
            assertThat(texts(SCHEMA.at("/properties/type/enum")))
                    .contains(event.path("type").asText());
            assertThat(texts(SCHEMA.at("/properties/data/properties/cause/enum")))
                    .containsAll(texts(event.at("/data"), "cause"));
            assertThat(
                            texts(
                                    SCHEMA.at(
                                            "/properties/data/properties/instruction/properties/verb/enum")))
                    .containsAll(texts(event.at("/data/instruction"), "verb"));
            assertThat(names(SCHEMA.at("/properties/data/properties")))
                    .containsAll(names(event.path("data")));
        }
    }

    @Test
    void onlyWhatWaitsHasAnIdByWhichItIsAnswered() throws Exception {
        for (JsonNode event : received(Events.all())) {
            boolean waits = event.path("type").asText().endsWith("approval.awaited");
            JsonNode change = event.at("/data/change");
            assertThat(change.has("id")).isEqualTo(waits);
            assertThat(change.path("id").asText())
                    .isEqualTo(
                            waits
                                    ? "%s-%s@%s"
                                            .formatted(
                                                    change.path("from").asText(),
                                                    change.path("to").asText(),
                                                    change.path("decided").asText())
                                    : "");
        }
    }

    @Test
    void theSchemaHasEveryTypeAndEveryCause() {
        assertThat(texts(SCHEMA.at("/properties/type/enum")))
                .containsExactlyElementsOf(
                        Arrays.stream(Kind.values())
                                .map(kind -> "dev.plimsoll." + kind.label())
                                .toList());
        assertThat(texts(SCHEMA.at("/properties/data/properties/cause/enum")))
                .containsExactlyElementsOf(
                        Stream.<Enum<?>>concat(
                                        Arrays.stream(Refusal.values()),
                                        Arrays.stream(Fault.values()))
                                .map(Enum::name)
                                .toList());
    }

    private List<JsonNode> received(List<Event> events) throws IOException, InterruptedException {
        Path secret = Files.writeString(folder.resolve("secret"), "a secret");
        FakeTime time = new FakeTime();
        try (HookReceiver receiver = new HookReceiver();
                WebHooks hooks =
                        new WebHooks(
                                Patience.USUAL,
                                time,
                                time,
                                new SplittableRandom(1),
                                (_, _) -> {})) {
            hooks.tell("main", List.of(receiver.signedWith(secret)));
            events.forEach(hooks::notify);
            List<JsonNode> received = new ArrayList<>();
            while (received.size() < events.size()) {
                received.add(Terminal.json(receiver.take().body()));
            }
            return received;
        }
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    private static List<String> texts(JsonNode object, String field) {
        return object.has(field) ? List.of(object.get(field).asText()) : List.of();
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
