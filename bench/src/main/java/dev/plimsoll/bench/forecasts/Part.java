// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.forecasts;

/** Which traces a figure is of. */
enum Part {
    ALL("all"),
    HELD_BACK("held-back"),
    REST("rest");

    private final String label;

    Part(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    boolean has(Course course) {
        return switch (this) {
            case ALL -> true;
            case HELD_BACK -> course.isHeldBack();
            case REST -> !course.isHeldBack();
        };
    }
}
