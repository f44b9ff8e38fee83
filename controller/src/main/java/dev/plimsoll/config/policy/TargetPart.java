// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config.policy;

import dev.plimsoll.config.Fields;
import dev.plimsoll.config.Form;
import dev.plimsoll.config.Forms;
import dev.plimsoll.config.Found;
import dev.plimsoll.config.Nearest;
import dev.plimsoll.model.WorkloadId;
import java.util.List;
import java.util.Optional;

/** What is scaled. */
record TargetPart(Found<String> kind, Found<String> name) {
    static TargetPart read(Fields fields) {
        fields.notYet("apiVersion").only("kind", "name");
        return new TargetPart(
                fields.field("kind").read(new KindForm()), fields.field("name").read(Forms.name()));
    }

    /** A kind of which there is a platform; the others are known to come. */
    private static final class KindForm implements Form<String> {
        private static final List<String> LATER =
                List.of("Deployment", "StatefulSet", "SwarmService", "VirtualMachine");

        @Override
        public Optional<String> read(String text) {
            return Optional.of(text).filter(Target.SIMULATED_SERVICE::equals);
        }

        @Override
        public String mend(String text) {
            return LATER.contains(text)
                    ? "is not supported yet; give a SimulatedService, which the simulated fleet has"
                    : Nearest.mend(text, List.of(Target.SIMULATED_SERVICE));
        }
    }

    Target target(String namespace) {
        return new Target(kind.value(), new WorkloadId(namespace, name.value()));
    }
}
