// SPDX-License-Identifier: Apache-2.0

/**
 * Kubernetes' Vertical Pod Autoscaler, its recommender: what it would recommend for a stream of
 * usage samples, to the letter of version 1.4.1 with its default flags. The way in is {@link
 * dev.plimsoll.sim.baseline.vpa.VpaRecommender}.
 *
 * <p>Here live its distributions, its windows, its chain of estimators and its caps. Not here: who
 * takes the samples, and its updater and admission controller, which would act on a recommendation.
 * Nothing here resizes anything, and nothing knows a service, a policy or a guard.
 *
 * <p>Arithmetic is that of doubles in upstream's order, whole amounts are cut off where it cuts
 * them off. Logarithms and powers of two are {@code StrictMath}'s; Go's may differ from them in the
 * last bit, which can show only where a value lies on the border of a bucket or a sum of weights on
 * the threshold of a percentile.
 */
@NullMarked
package dev.plimsoll.sim.baseline.vpa;

import org.jspecify.annotations.NullMarked;
