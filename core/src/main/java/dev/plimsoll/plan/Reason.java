// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.plan;

/** Why a policy wants the number of replicas that it wants. */
public enum Reason {
    DEMAND("what fresh demand needs now"),
    DOUBTED("what demand needs that is doubted, and may ask for more only"),
    FORECAST("what demand may need when an order of now is ready"),
    DISTRUST("what fresh demand needs with headroom, as the forecasts are not trusted"),
    EXPECTED("what the largest value that is forecast needs"),
    OVERLOAD("the load is above the upper threshold"),
    OVERLOADED_REPLICAS("the load of single replicas is above the upper threshold"),
    NOT_OVERLOADED("no replica is overloaded, and the forecast does not need fewer"),
    IDLE("the load is below the lower threshold"),
    WITHIN("the load is between the thresholds"),
    RESTING("the last change is less than one lead time ago"),
    FIXED("a fixed number was asked for"),
    WAITING("more has not been wanted for long enough"),
    NO_TICK("the policy decides in planning cycles only"),
    HARM("the last change did harm"),
    ASKED("a person asked for it"),
    NOTHING_STANDS("a person asked for it, but no change that was made here stands"),
    HELD("more was needed within the hold of scale-in"),
    NO_FORECAST("there is no forecast yet"),
    NO_EVIDENCE("the deciding readings are not fresh"),
    NO_CAPACITY("what one replica carries is not known yet");

    private final String sentence;

    Reason(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
