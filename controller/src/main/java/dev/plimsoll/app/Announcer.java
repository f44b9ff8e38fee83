// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.app;

import dev.plimsoll.config.policy.Configuration;
import dev.plimsoll.control.DecisionRecord;
import dev.plimsoll.control.JournalException;
import dev.plimsoll.guard.Clamp;
import dev.plimsoll.guard.Verdict;
import dev.plimsoll.model.Action;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Says what is done, a line for each action, and lets others know who began and ended. */
final class Announcer {
    private final Log log;
    private final Herald herald;

    Announcer(Log log, Herald herald) {
        this.log = log;
        this.herald = herald;
    }

    void starts(Configuration configuration, List<Path> files) {
        var settings = configuration.controller().orElseThrow();
        log.line(
                "controller %s begins with %d policies of %s; it listens on unix:%s and http://%s"
                        .formatted(
                                settings.name(),
                                configuration.policies().size(),
                                files,
                                settings.socket(),
                                settings.management()));
        herald.begins(configuration);
    }

    void began(Configuration configuration) {
        var settings = configuration.controller().orElseThrow();
        herald.tell(settings);
        log.line(
                "works on %s; the journal is in %s"
                        .formatted(settings.platform(), settings.store()));
    }

    void ended() {
        log.line("ends as it was asked to");
        herald.ends("as it was asked to");
    }

    void gaveUp(JournalException problem) {
        log.line("ends: " + problem.getMessage());
        herald.ends("as it cannot go on: " + problem.getMessage());
    }

    /** Says what somebody needs who is to mend it. */
    void broke(RuntimeException defect) {
        log.line(DefectText.of(defect));
    }

    void changed() {
        log.line("the files have changed: what they say now is in force");
    }

    void decided(List<DecisionRecord> decisions) {
        log.lines(decisions.stream().flatMap(decision -> scaled(decision).stream()).toList());
    }

    private static Optional<String> scaled(DecisionRecord decision) {
        if (decision.verdict() instanceof Verdict.Approved(var approved, var clamps)
                && approved.action() instanceof Action.Scale scale) {
            return Optional.of(
                    "%s at %s: %d → %d, %s%s"
                            .formatted(
                                    scale.workload(),
                                    decision.at(),
                                    scale.from(),
                                    scale.to(),
                                    decision.proposal().reason().sentence(),
                                    bound(clamps)));
        }
        return Optional.empty();
    }

    private static String bound(List<Clamp> clamps) {
        return clamps.isEmpty() ? "" : "; " + clamps.getLast().rule().sentence();
    }
}
