// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config.policy;

import dev.plimsoll.config.Field;
import dev.plimsoll.config.Fields;
import dev.plimsoll.config.Forms;
import dev.plimsoll.config.Found;
import dev.plimsoll.model.Consent;
import dev.plimsoll.model.Mode;
import java.util.Optional;

/** What may be done without a person. */
record ConsentPart(
        Found<Mode> mode,
        Optional<Found<Double>> approvalAbove,
        Optional<PromotionPart> promotion) {

    static ConsentPart read(Fields spec) {
        return new ConsentPart(
                spec.field("mode").read(Forms.choice(Mode.byLabel()), Mode.OBSERVE),
                Optional.of(spec.field("approval"))
                        .filter(Field::isWritten)
                        .map(ConsentPart::above),
                PromotionPart.read(spec.field("promotion")));
    }

    private static Found<Double> above(Field approval) {
        return approval.fields().only("above").field("above").read(Forms.share(0));
    }

    /** What never acts has nothing to be promoted to. */
    void check() {
        promotion
                .filter(PromotionPart::isUsable)
                .filter(_ -> mode.content().equals(Optional.of(Mode.OBSERVE)))
                .ifPresent(it ->
                        it.field()
                                .refuse(
                                        "is for a policy that acts, and Observe never does; give"
                                                + " mode Act or Advise, or leave it out"));
    }

    Consent consent() {
        return new Consent(
                mode.value(),
                approvalAbove.map(Found::value).orElse(Consent.FULL.approvalAbove()),
                promotion.isPresent());
    }
}
