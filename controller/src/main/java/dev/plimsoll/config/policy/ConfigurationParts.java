// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config.policy;

import dev.plimsoll.config.Document;
import dev.plimsoll.config.Found;
import dev.plimsoll.config.Nearest;
import dev.plimsoll.model.WorkloadId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that the files of one controller say, as it is written.
 *
 * @param whole whether every document could be read as one of its kind
 */
record ConfigurationParts(
        List<ControllerPart> controllers, List<PolicyPart> policies, boolean whole) {

    /** A document, and the folder of its file. */
    record Placed(Optional<Document> document, Path folder) {
        private Stream<Document> of(String kind) {
            return document.stream().filter(it -> it.kind().equals(kind));
        }
    }

    static ConfigurationParts read(List<Placed> documents) {
        return new ConfigurationParts(
                documents.stream()
                        .flatMap(placed ->
                                placed.of(ControllerPart.KIND)
                                        .map(it -> ControllerPart.read(it, placed.folder())))
                        .toList(),
                documents.stream()
                        .flatMap(placed -> placed.of(PolicyPart.KIND).map(PolicyPart::read))
                        .toList(),
                documents.stream().allMatch(placed -> placed.document().isPresent()));
    }

    /** Tells what parts have to do with each other; what cannot be used is passed over. */
    void check() {
        controllers.forEach(ControllerPart::check);
        policies.forEach(PolicyPart::check);
        Repeats.refuse(
                controllers,
                _ -> Optional.of(ControllerPart.KIND),
                ControllerPart::name,
                "the controller is described at %s already; keep one");
        Repeats.refuse(policies, policy -> key(policy, policy.name()), PolicyPart::name);
        Repeats.refuse(
                policies,
                policy -> key(policy, policy.target().name()),
                policy -> policy.target().name(),
                "the policy at %s scales it already; keep one");
        if (whole && controllers.stream().allMatch(controller -> controller.sources().areNamed())) {
            Set<String> declared = declared();
            policies.forEach(policy -> requireSources(policy, declared));
        }
    }

    private static Optional<String> key(PolicyPart policy, Found<String> name) {
        return policy.namespace()
                .content()
                .flatMap(namespace ->
                        name.content().map(it -> new WorkloadId(namespace, it).toString()));
    }

    private Set<String> declared() {
        return controllers.stream()
                .flatMap(controller -> controller.sources().names())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void requireSources(PolicyPart policy, Set<String> declared) {
        for (MetricPart metric : policy.metrics().metrics()) {
            metric.source()
                    .content()
                    .filter(name -> !declared.contains(name))
                    .ifPresent(name -> metric.source().refuse(undeclared(name, declared)));
        }
    }

    private static String undeclared(String name, Set<String> declared) {
        return declared.isEmpty()
                ? "there are no sources; add it to spec.sources of a document of kind Controller"
                : "there is no such source; " + Nearest.mend(name, declared);
    }

    /** What they say; only once they are known to have no problems. */
    Configuration configuration() {
        Optional<ControllerSettings> controller =
                controllers.stream().findFirst().map(ControllerPart::settings);
        Duration cycle =
                controller.map(ControllerSettings::cycle).orElse(ControllerSettings.USUAL_CYCLE);
        return new Configuration(
                controller, policies.stream().map(policy -> policy.policy(cycle)).toList());
    }
}
