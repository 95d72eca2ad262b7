package org.nde4j.experiments.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** DETEST C5: the five outer planets around the sun, as points with Newton's gravity, in astronomical units. */
final class OuterPlanets {
    private static final double GRAVITY = 2.95912208286;
    private static final double SUN = 1.00000597682; // with the inner planets
    private static final double[] MASSES = {
        0.000954786104043, 0.000285583733151, 0.0000437273164546, 0.0000517759138449, 0.00000277777777778
    };
    private static final double[] START = {
        3.42947415189,
        3.35386959711,
        1.35494901715, // Jupiter
        6.64145542550,
        5.97156957878,
        2.18231499728, // Saturn
        11.2630437207,
        14.6952576794,
        6.27960525067, // Uranus
        -30.1552268759,
        1.65699966404,
        1.43785752721, // Neptune
        -21.1238353380,
        28.4465098142,
        15.3882659679, // Pluto
        -0.557160570446,
        0.505696783289,
        0.230578543901,
        -0.415570776342,
        0.365682722812,
        0.169143213293,
        -0.325325669158,
        0.189706021964,
        0.0877265322780,
        -0.0240476254170,
        -0.287659532608,
        -0.117219543175,
        -0.176860753121,
        -0.216393453025,
        -0.0148647893090
    };
    /** Published, and confirmed to 12 digits; only y of Pluto is the computed 23.81459045746555. */
    private static final double[] END = {
        -4.792730224323733,
        -2.420550725448973,
        -0.9212509306014886,
        -4.217310404035213,
        7.356202947498970,
        3.223785985421212,
        4.035559443262270,
        17.19865528670555,
        7.478910794233703,
        -29.98759326324844,
        -4.107310937550929,
        -0.9277008321754407,
        -24.42125302518482,
        23.81459045746555,
        14.92096306951359,
        0.3499208963063806,
        -0.5748487687912825,
        -0.2551694020879149,
        -0.5237040978903326,
        -0.2493000463579661,
        -0.08045341642044464,
        -0.3875289237334110,
        0.05648603288767891,
        0.03023606472143342,
        0.04133856546712445,
        -0.2862393029841379,
        -0.1183032405136207,
        -0.1511986457359206,
        -0.2460068894318766,
        -0.03189687411323877
    };

    private OuterPlanets() {}

    static TestProblem c5() {
        return Detest.of("c5", "The five outer planets", Equations.secondOrder(15, OuterPlanets::accelerations), START)
                .ending(Detest.published(END));
    }

    /* Planet j is drawn by the sun and the others k; the sun, where the origin lies, is drawn by them as well. */
    private static List<Columns> accelerations(States s) {
        List<Columns[]> places = IntStream.range(0, 5)
                .mapToObj(j -> new Columns[] {s.y(3 * j + 1), s.y(3 * j + 2), s.y(3 * j + 3)})
                .toList();
        List<Columns> result = new ArrayList<>();
        for (int j = 0; j < 5; j++) {
            for (int i = 0; i < 3; i++) {
                Columns sum = places.get(j)[i].over(cubedLength(places.get(j))).times(-(SUN + MASSES[j]));
                for (int k = 0; k < 5; k++) {
                    if (k != j) {
                        sum = sum.plus(drawn(places.get(j), places.get(k), i).times(MASSES[k]));
                    }
                }
                result.add(sum.times(GRAVITY));
            }
        }
        return result;
    }

    private static Columns drawn(Columns[] here, Columns[] there, int i) {
        Columns[] between = {there[0].minus(here[0]), there[1].minus(here[1]), there[2].minus(here[2])};
        return between[i].over(cubedLength(between)).minus(there[i].over(cubedLength(there)));
    }

    private static Columns cubedLength(Columns[] x) {
        Columns square = x[0].squared().plus(x[1].squared()).plus(x[2].squared());
        return square.times(square.sqrt());
    }
}
