// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config.policy;

import dev.plimsoll.config.Document;
import dev.plimsoll.config.Fields;
import dev.plimsoll.config.Forms;
import dev.plimsoll.config.Found;
import dev.plimsoll.model.DurationText;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What the controller itself needs, as it is written, part by part. */
record ControllerPart(
        Found<String> name,
        PlatformPart platform,
        StorePart store,
        SourcesPart sources,
        Found<Duration> cycle,
        Found<Duration> tick,
        Found<ListenAddress> management,
        Found<Path> socket,
        List<WebHookPart> webHooks) {

    static final String KIND = "Controller";

    static ControllerPart read(Document document, Path folder) {
        document.metadata().notYet("labels", "annotations").only("name");
        Fields spec =
                document.spec()
                        .fields()
                        .only(
                                "platform",
                                "store",
                                "sources",
                                "cycle",
                                "tick",
                                "management",
                                "socket",
                                "webHooks");
        return new ControllerPart(
                document.name(),
                PlatformPart.read(spec.field("platform").fields(), folder),
                StorePart.read(spec.field("store"), folder),
                SourcesPart.read(spec.field("sources"), folder),
                spec.field("cycle")
                        .read(
                                Forms.duration(Duration.ofSeconds(5), Duration.ofMinutes(5)),
                                ControllerSettings.USUAL_CYCLE),
                spec.field("tick")
                        .read(
                                Forms.duration(Duration.ofMillis(500), Duration.ofMinutes(1)),
                                ControllerSettings.USUAL_TICK),
                spec.field("management")
                        .read(Addresses.listen(), ControllerSettings.USUAL_MANAGEMENT),
                spec.field("socket")
                        .read(
                                Addresses.socket(folder),
                                folder.resolve(ControllerSettings.USUAL_SOCKET)),
                spec.field("webHooks").items().stream()
                        .map(item -> WebHookPart.read(item, folder))
                        .toList());
    }

    /** What has to do with nothing but the controller. */
    void check() {
        atMostCycle(tick, cycle);
        sources.check(cycle);
        Repeats.refuse(
                webHooks, hook -> hook.url().content().map(Object::toString), WebHookPart::url);
    }

    static void atMostCycle(Found<Duration> span, Found<Duration> cycle) {
        span.require(
                cycle,
                (own, longest) -> own.compareTo(longest) <= 0,
                longest ->
                        "give at most the controller's cycle, which is "
                                + DurationText.of(longest));
    }

    /** What it says; only once it is known to have no problems. */
    ControllerSettings settings() {
        return new ControllerSettings(
                name.value(),
                platform.platform(),
                store.store().get(),
                sources.read(),
                cycle.value(),
                tick.value(),
                management.value(),
                socket.value(),
                webHooks.stream().map(WebHookPart::webHook).toList());
    }
}
