// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config.scenario;

import dev.plimsoll.config.Document;
import dev.plimsoll.config.Fields;
import dev.plimsoll.config.Forms;
import dev.plimsoll.config.Found;
import dev.plimsoll.config.workload.SloPart;
import dev.plimsoll.config.workload.StatePart;
import dev.plimsoll.config.workload.WorkloadPart;
import dev.plimsoll.model.Pool;
import dev.plimsoll.model.Workload;
import dev.plimsoll.model.WorkloadId;
import dev.plimsoll.sim.backtest.BacktestSettings;
import dev.plimsoll.sim.cluster.ServiceModel;
import dev.plimsoll.sim.scenario.Scenario;
import dev.plimsoll.telemetry.Signal;
import java.time.Duration;
import java.util.Set;

/** A scenario as it is written, part by part. */
record ScenarioFile(
        Found<String> name,
        Found<String> description,
        TimePart time,
        ServicePart service,
        WorkloadPart workload,
        StatePart state,
        SessionsPart sessions,
        PoolPart pool,
        TelemetryPart telemetry,
        DemandPart demand,
        EventsPart events,
        PoliciesPart policies) {

    static ScenarioFile read(Document document) {
        Fields spec =
                document.spec()
                        .fields()
                        .only(
                                "description",
                                "duration",
                                "warmUp",
                                "step",
                                "service",
                                "workload",
                                "pool",
                                "telemetry",
                                "demand",
                                "events",
                                "policies");
        Fields workload = spec.field("workload").fields().only(WorkloadPart.fieldsAnd());
        Fields state = workload.field("state").fields();
        return new ScenarioFile(
                document.name(),
                spec.field("description").read(Forms.text(), ""),
                TimePart.read(spec),
                ServicePart.read(spec.field("service").fields()),
                WorkloadPart.read(workload, SloPart.read(workload.field("slo").fields())),
                StatePart.read(state),
                SessionsPart.read(state.field("sessions").fields()),
                PoolPart.read(spec.field("pool").fields()),
                TelemetryPart.read(spec.field("telemetry").fields()),
                DemandPart.read(spec.field("demand").fields()),
                EventsPart.read(spec.field("events").items()),
                PoliciesPart.read(spec.field("policies").items()));
    }

    /** What it describes; only once it is known to have no problems. */
    Scenario scenario() {
        ServiceModel model = model();
        return new Scenario(
                name.value(),
                description.value().strip(),
                time.duration().value(),
                time.warmUp().value(),
                demand.demand(),
                model,
                service.startUp(),
                initial(model),
                owned(),
                sessions.sessions(),
                telemetry.observation(signals()),
                pool.pool(),
                events.made(),
                policies.names(signals()));
    }

    private ServiceModel model() {
        return service.model(workload.slo(), time.stepSeconds());
    }

    private Workload owned() {
        Duration cycle = BacktestSettings.cycle(time.stepSeconds());
        return workload.workload(
                new WorkloadId("scenario", name.value()), telemetry.cadence(cycle), state.kind());
    }

    /** What can be seen. */
    Set<Signal> signals() {
        return telemetry.signals(state.hasSessions());
    }

    /** Where nothing is said, what the first moment needs, as far as it may be had. */
    private int initial(ServiceModel model) {
        Pool all = pool.pool();
        int room = Math.min(all.quota(), all.left().holds(workload.request()));
        int most = Math.min(workload.max().value(), room);
        int least = Math.min(most, Math.max(workload.min().value(), state.quorum().value()));
        double first = demand.points().getFirst().rate().value();
        int need = ServiceModel.need(first, model.demandPerReplica(), least);
        return service.initialReplicas().map(Found::value).orElse(Math.min(need, most));
    }
}
