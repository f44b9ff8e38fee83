// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import dev.plimsoll.model.DurationText;
import dev.plimsoll.model.Slo;
import dev.plimsoll.model.StateKind;
import dev.plimsoll.sim.scenario.Scenario;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What all runs of a scenario share, by the names of its file. */
record ScenarioSettings(Scenario scenario, long seed) implements ReportSettings {
    @Override
    public String title() {
        return "Plimsoll simulation";
    }

    @Override
    public String subject() {
        return "Scenario";
    }

    @Override
    public Slo slo() {
        return scenario.workload().slo();
    }

    @Override
    public List<String> shown() {
        return byName().entrySet().stream()
                .map(setting -> setting.getKey() + " " + setting.getValue())
                .toList();
    }

    @Override
    public Map<String, String> byName() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("seed", String.valueOf(seed));
        putService(settings);
        putWorkload(settings);
        putTelemetry(settings);
        return settings;
    }

    private void putService(Map<String, String> settings) {
        var service = scenario.service();
        settings.put("duration", wholeSeconds(scenario.seconds()));
        settings.put("warmUp", wholeSeconds(scenario.warmUpSeconds()));
        settings.put("step", wholeSeconds(service.stepSeconds()));
        settings.put("concurrency", String.valueOf(service.station().concurrency()));
        settings.put("serviceTime", seconds(service.station().serviceSeconds()));
        settings.put("leadTime", seconds(scenario.startUp().medianSeconds()));
        settings.put("leadTimeSpread", String.valueOf(scenario.startUp().spread()));
        settings.put("initialReplicas", String.valueOf(scenario.initial()));
    }

    private void putWorkload(Map<String, String> settings) {
        var workload = scenario.workload();
        settings.put("minReplicas", String.valueOf(workload.limits().min()));
        settings.put("maxReplicas", String.valueOf(workload.limits().max()));
        settings.put("slo", slo().toString());
        settings.put("violationCost", String.valueOf(workload.violationCost()));
        settings.put("state", state(workload.protection().state()));
    }

    private void putTelemetry(Map<String, String> settings) {
        var cadence = scenario.workload().cadence();
        settings.put("interval", DurationText.of(cadence.metricsInterval()));
        settings.put("delay", DurationText.of(cadence.metricsDelay()));
        scenario.observation()
                .pushed()
                .ifPresent(every -> settings.put("pushed", DurationText.of(every)));
    }

    private static String state(StateKind kind) {
        return switch (kind) {
            case StateKind.Stateless _ -> "Stateless";
            case StateKind.Sessions _ -> "Sessions";
            case StateKind.Ordered _ -> "Ordered";
        };
    }

    private static String wholeSeconds(long seconds) {
        return DurationText.of(Duration.ofSeconds(seconds));
    }

    private static String seconds(double seconds) {
        return DurationText.of(Duration.ofMillis(Math.round(seconds * 1000)));
    }
}
