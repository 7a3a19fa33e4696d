    float16 h@ABOVE@[@UNITS@];
    @UNROLL@ for (int u = 0; u < @UNITS@; u++) {
      float16 z = (float16)p[@FIRST_BIAS@ + u];
      @UNROLL@ for (int j = 0; j < @IN@; j++) z += h@L@[j] * p[@FIRST_WEIGHT@ + j * @INPUT_STEP@ + u * @UNIT_STEP@];
      const float alpha = @ALPHA@;
      h@ABOVE@[u] = @VALUE@;
    }
