package org.nde4j.symbolic.dynamics;

import java.util.List;
import org.nde4j.core.model.Noise;
import org.nde4j.core.work.Codec;

/**
 * Systems that were compared.
 *
 * @param systems best first
 * @param noise how far the measurements are off, as the best system tells
 */
record Compared(List<Candidate> systems, Noise noise) {
    static final Codec<Compared> CODEC = Codec.record(
            Compared.class, Codec.list(Candidate.CODEC), Codec.record(Noise.class, Codec.DOUBLES, Codec.DOUBLES));
}
