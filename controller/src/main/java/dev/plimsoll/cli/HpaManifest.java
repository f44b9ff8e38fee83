// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import dev.plimsoll.sim.backtest.PolicySpec;

/** The lines of a HorizontalPodAutoscaler that hold a setting, to be pasted. */
final class HpaManifest {
    private HpaManifest() {}

    static String of(PolicySpec hpa) {
        String seconds = hpa.knobs().getOrDefault("stabilization", "300s").replace("s", "");
        return """
        # apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler
        spec:
          metrics:
            - type: Resource
              resource:
                name: cpu
                target:
                  type: Utilization
                  averageUtilization: %s  # %% of the CPU request, if that is what a busy replica uses
          behavior:
            scaleDown:
              stabilizationWindowSeconds: %s
        """
                .formatted(hpa.knobs().get("target"), seconds);
    }
}
