// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.hpa;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the containers of a pod ask for of one resource. Upstream: {@code calculateRequests}.
 *
 * @param containers those that run as long as the pod, sidecars last; init containers do not count
 * @param podLevelMilli what the pod asks for as a whole, if it does
 */
public record PodResources(List<Container> containers, OptionalLong podLevelMilli) {
    /** One container; empty where it asks for nothing. */
    public record Container(String name, OptionalLong requestMilli) {}

    public PodResources {
        containers = List.copyOf(containers);
    }

    /** What counts: one container by its name, else the pod's own request, else all containers. */
    public Request request(Optional<String> container) {
        if (container.isPresent()) {
            return containers.stream()
                    .filter(one -> one.name().equals(container.get()))
                    .findFirst()
                    .map(one -> request(one.requestMilli()))
                    .orElse(new Request.NoSuchContainer());
        }
        return podLevelMilli.isPresent() ? request(podLevelMilli) : sum();
    }

    private Request sum() {
        boolean complete = containers.stream().allMatch(one -> one.requestMilli().isPresent());
        long sum = containers.stream().mapToLong(one -> one.requestMilli().orElse(0)).sum();
        return complete ? new Request.Milli(sum) : new Request.Missing();
    }

    private static Request request(OptionalLong milli) {
        return milli.isPresent() ? new Request.Milli(milli.getAsLong()) : new Request.Missing();
    }
}
