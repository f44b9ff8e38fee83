// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config.scenario;

import dev.plimsoll.config.Found;
import dev.plimsoll.config.workload.CadencePart;
import dev.plimsoll.config.workload.SloPart;
import dev.plimsoll.model.DurationText;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What the parts of a scenario have to do with each other; what cannot be used is passed over. */
final class ScenarioChecks {
    private ScenarioChecks() {}

    static void check(ScenarioFile file) {
        steps(file.time(), file.telemetry());
        LimitChecks.check(file);
        objective(file.workload().objective(), file.service());
        sessions(file.sessions());
        points(file.time().duration(), file.demand().points());
        EventChecks.check(file.time().duration(), file.events().events());
        file.telemetry().checkSessions(file.state());
        file.policies().check(file.signals());
    }

    private static void steps(TimePart time, TelemetryPart telemetry) {
        time.warmUp()
                .require(
                        time.duration(),
                        (warmUp, duration) -> warmUp < duration,
                        duration -> "give less than spec.duration, which is " + text(duration));
        CadencePart times = telemetry.times();
        Stream.of(time.duration(), time.warmUp(), times.interval(), times.delay())
                .forEach(seconds -> requireSteps(seconds, time.step()));
        telemetry.pushed().ifPresent(seconds -> requireSteps(seconds, time.step()));
    }

    private static void requireSteps(Found<Long> duration, Found<Long> step) {
        duration.require(
                step,
                (seconds, each) -> seconds % each == 0,
                each -> "give a multiple of spec.step, which is " + text(each));
    }

    private static void objective(SloPart slo, ServicePart service) {
        if (slo.isUsable() && service.isUsable()) {
            slo.target()
                    .require(
                            _ -> service.station().edgeLoad(slo.slo()) > 0,
                            "even an idle replica misses it; raise it or lower"
                                    + " spec.service.serviceTime");
        }
    }

    private static void sessions(SessionsPart sessions) {
        sessions.shortest()
                .require(
                        sessions.longest(),
                        (shortest, longest) -> shortest <= longest,
                        longest -> "give at most the longest, which is " + text(longest));
    }

    private static void points(Found<Long> duration, List<DemandPart.Point> points) {
        for (int i = 0; i < points.size(); i++) {
            Found<Long> at = points.get(i).at();
            at.require(
                    duration,
                    (second, end) -> second <= end,
                    end -> "the scenario ends at " + text(end));
            if (i > 0) {
                at.require(
                        points.get(i - 1).at(),
                        (second, before) -> second >= before,
                        before ->
                                "the point above is at %s; sort them by time"
                                        .formatted(text(before)));
            }
        }
    }

    /** Seconds as a person writes them. */
    static String text(long seconds) {
        return DurationText.of(Duration.ofSeconds(seconds));
    }
}
