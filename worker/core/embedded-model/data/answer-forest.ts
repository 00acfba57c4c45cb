/** Boosted trees over the confidence features, one a line; `readForest` says how they are written. Fitted by `scripts/eval/dev-support.ts fit`. */
export const answerForest = `
topShare:0.46295 answerCover:0.75005 topShare:0.29775 -0.0502 -0.0167 missing:0.29855 0.0151 -0.0317 missing:0.39065 answerCover:0.97695 0.0401 0.0055 -0.0084
fittingNamed:0.47505 heading:0.24005 searchedSought:0.15005 -0.0591 -0.0107 fittingNamed:0.25005 -0.0186 0.0134 stale:0.00005 answerCover:0.50005 -0.0245 0.0332 -0.0434
margin:1.53995 headingPrecision:0.66675 untyped:0.00005 -0.0597 -0.0148 0.024 typeMissing:0.00005 precision:0.22225 0.0022 0.0398 -0.0302
evidenceMean:0.53765 evidenceMean:0.45715 leastThing:0.30005 -0.0662 -0.0257 score:6.73345 -0.0261 -0.0034 exists:0.00005 score:7.13065 -0.0032 0.0343 evidenceMean:0.85465 -0.0234 0.0104
evidenceCover:0.62225 evidenceCover:0.30285 context:0.74525 -0.0785 -0.0082 neighbours:0.25005 -0.0317 0.0041 chosenLength:5.23005 0.0517 evidenceProduct:0.53095 0.0317 0.008
activityLack:0.00005 headingPrecision:0.50005 exists:0.00005 -0.015 -0.0483 absentUnknown:0.00005 0.0283 -0.0056 nowhereThing:0.35005 0.0355 -0.0107
neighbours:0.29415 unitMargin:1.38155 rare:0.60305 -0.0522 0.0037 topLexical:2.63005 -0.005 0.0307 pairsBroken:0.66675 neighbours:0.75005 0.0282 -0.0006 exact:0.50005 -0.0177 0.0208
fittingNamed:0.50005 permissionUnit:0.31525 samePage:4.00005 -0.0458 -0.0065 rarestThing:0.30005 -0.0006 0.0217 samePage:2.00005 things:2.00005 -0.0299 0.0128 existsProduct:0.00005 0.0439 0.0051
score:7.13065 searchedLexical:2.31005 firstThing:0.40005 -0.0668 -0.0082 firstThing:0.85505 0.0092 -0.0258 untypedBest:0.00005 searchedLexical:2.13215 -0.0057 0.038 searchedLexical:2.31005 -0.0096 -0.0401
fittingPlaced:0.63335 fittingPlaced:0.37255 -0.0495 topCover:0.19775 -0.0306 -0.0005 searchedCover:0.20885 elsewhere:0.50005 -0.0212 0.0091 existsProduct:0.00005 0.0424 0.0138
score:8.34995 margin:1.53995 activityLack:0.00005 -0.0506 -0.0115 activityLack:0.00005 -0.0105 0.0273 fitting:1.00005 typedAbsent:0.60005 0.0129 -0.0245 firstThing:0.50005 0.0063 0.0409
lowCover:0.00005 margin:2.95765 typedAbsent:0.60005 0.0064 -0.0299 searchedLexical:2.13215 0.0018 0.0372 margin:1.93925 -0.062 typedProduct:0.00005 -0.0171 0.0132
evidenceMean:0.57035 words:7.00005 evidenceMean:0.49725 -0.0488 -0.0133 own:0.65425 -0.0331 0.0181 own:0.48155 -0.0207 chosenUnits:5.00005 0.0438 0.0201
fittingPlaced:0.63335 fittingPlaced:0.31255 -0.0521 firstThing:0.40005 -0.0307 0.0059 neighbours:0.00005 fittingPlaced:0.95005 -0.0268 0.01 passage:0.59815 -0.0058 0.0409
searchedLexical:2.31005 permissionUnit:0.62265 exists:0.00005 -0.0184 -0.0531 0.0172 typeMissing:0.00005 meanThing:0.50005 0.0047 0.0354 -0.0375
evidenceCover:0.57445 activityLack:0.00005 searchedSought:0.15005 -0.0424 -0.0051 margin:1.53995 -0.0119 0.0275 topLexical:2.63005 topShare:0.41185 -0.0084 0.0158 0.0437
evidenceProduct:0.13055 words:8.00005 typedNear:1.00005 -0.0504 -0.0205 evidenceProduct:0.01625 -0.0249 0.0175 topLexical:2.28065 chosenLength:5.23005 0.0125 -0.0392 chosenLength:5.81005 0.0387 0.0138
topCover:0.17865 exact:0.51525 rarestThing:0.30005 -0.0491 -0.008 0.0046 missing:0.33335 has_money:0.00005 0.0241 -0.0162 permissionUnit:0.31525 -0.0226 0.0127
fittingPlaced:0.66675 own:0.48155 permissionUnit:0.00005 -0.0627 -0.006 answerCover:0.97695 0.0002 -0.0447 chosenUnits:5.00005 neighbours:0.00005 0.0098 0.0406 density:0.09615 0.0315 -0.0054
evidenceCover:0.57445 chosenPassages:3.00005 evidenceCover:0.30285 -0.0372 0.0078 evidenceAbsent:0.70005 -0.0124 -0.0555 chosenPassages:2.00005 0.0359 lastThing:0.85505 0.0266 -0.0065
fittingPlaced:0.50005 margin:2.95765 chosenLength:4.35005 0.002 -0.0427 fewAbsent:0.00005 0.0218 -0.012 margin:1.53995 searchedSought:0.00005 0.0092 -0.0219 fewAbsent:0.09755 0.0383 0.0063
evidenceCover:0.57445 evidenceCover:0.30285 -0.0452 rare:0.54815 -0.0032 -0.0281 evidenceCover:0.72085 rarestThingOwn:0.40005 0.0158 -0.0102 rarestThingOwn:0.50005 0.0357 0.0172
searchedSentence:0.23215 strongest:0.50005 words:8.00005 -0.0394 -0.0082 0.0087 words:7.00005 searchedSentence:0.35815 -0.0156 0.0124 searchLead:0.32785 0.0026 0.0376
topShare:0.29775 answerCover:0.83335 -0.0395 0.0061 untypedBest:0.00005 content:2.30005 -0.0004 0.0291 answerCover:0.97695 0.0019 -0.0463
margin:2.95765 neighbours:0.25005 margin:1.93925 -0.0388 -0.007 fitting:3.00005 -0.0331 0.0198 searchLead:0.28105 -0.0014 neighbours:0.50635 0.0402 0.0085
evidenceMean:0.49725 activityLack:0.00005 evidenceMean:0.32025 -0.0577 -0.0118 missing:0.45955 0.0171 -0.0235 asksPrice:0.00005 exact:0.45335 0.0033 0.0258 -0.0249
evidenceCover:0.62225 evidenceCover:0.30285 pairsAsked:0.00005 -0.0102 -0.0513 evidenceProduct:0.05275 0.0094 -0.0193 fewAbsent:0.09755 words:5.00005 0.0021 0.0346 -0.0177
absentKnown:0.60005 evidenceAbsent:0.05005 searchedSought:0.00005 0.0317 -0.0013 absentKnown:0.03505 -0.018 0.0092 words:8.00005 words:6.00005 -0.0499 -0.0159 searchedCover:0.18945 -0.0063 0.0124
precision:0.22225 searchLead:0.59365 leastThing:0.30005 -0.0422 -0.0085 firstThing:0.50005 -0.0147 0.011 score:7.13065 searchLead:0.37355 -0.0301 -0.0043 yesNo:0.00005 0.0122 0.0363
fewAbsent:0.09755 unitLength:14.00005 searchLead:0.28105 0.0038 0.0342 answerCover:0.62965 -0.0257 0.0057 unitLength:11.00005 absentKnown:0.17005 0.0119 -0.0103 unitLength:22.00005 -0.0404 -0.0006
fittingPlaced:0.31255 heading:0.24005 -0.0455 -0.0062 topShare:0.23705 nowhereThing:0.00005 -0.0098 -0.0302 heading:0.27035 0.0033 0.0265
evidenceMean:0.45715 heading:0.27035 elsewhere:0.10005 -0.0082 -0.0322 elsewhere:0.50005 -0.0101 0.0074 searchedLexical:2.03655 heading:0.36255 -0.0245 0.0142 searchedLexical:2.68785 0.0119 0.0334
margin:1.53995 permissionUnit:0.00005 topSentence:0.43035 -0.0355 -0.004 topSentence:0.32095 -0.0145 0.0236 topSentence:0.22615 -0.0017 rarestThingOwn:0.30005 0.0301 0.0106
existsAbsent:0.05005 searchedLexical:2.39395 context:0.70125 -0.0172 0.0059 answerCover:0.97695 0.0222 -0.0051 answerCover:0.78465 -0.0588 -0.0053
passage:0.65005 exists:0.00005 rare:0.44035 -0.0007 -0.0235 -0.0447 rare:0.65225 typedProduct:0.01705 0.0315 0.0068 exists:0.00005 0.0081 -0.0107
firstThing:0.30005 absentKnown:0.60005 searchLead:0.48955 -0.026 0.0174 -0.048 chosenUnits:5.00005 missingStrong:0.01675 -0.0033 0.0285 fewAbsent:0.00005 0.0111 -0.0187
existsAbsent:0.05005 activityLack:0.00005 rareContext:0.56785 -0.023 0.0071 rareContext:0.25855 -0.0173 0.0351 -0.042
evidenceCover:0.30285 topShare:0.29775 -0.04 evidenceCover:0.05685 -0.0304 0.0138 headingPrecision:0.25005 absentKnown:0.70005 0.0048 -0.0206 strongest:0.95005 0.0268 -0.0059
searchedLexical:1.65325 words:6.00005 -0.0368 0.0022 margin:1.53995 missing:0.10455 0.0074 -0.0139 chosenLength:6.15005 0.024 0
evidenceMean:0.57035 asksPrice:0.00005 existsProduct:0.00005 -0.0065 -0.0383 -0.0408 asksPrice:0.00005 existsProduct:0.00005 0.0256 -0.006 -0.0105
evidenceMean:0.53765 chosenPassages:1.00005 0.0085 evidenceMean:0.36735 -0.0303 -0.01 chosenPassages:3.00005 leastThing:0.90005 0.0308 0.0072 lastThing:0.90005 0.0083 -0.0205
samePage:2.00005 topShare:0.57745 precision:0.28575 -0.0342 -0.0088 0.0044 precision:0.14295 samePage:3.00005 0.0041 -0.017 topSentence:0.22615 -0.008 0.0225
chosenPassages:3.00005 fewAbsent:0.09755 unit:0.25005 -0.0056 0.0237 unit:0.62475 -0.0033 -0.0308 headingPrecision:0.20005 -0.0373 topSentence:0.29645 -0.025 0.0192
samePage:2.00005 yesNo:0.00005 own:0.42385 -0.0463 -0.0151 -0.005 lowCover:0.00005 topSentence:0.26945 -0.0128 0.0227 samePage:4.00005 -0.026 -0.0015
chosenPassages:3.00005 fittingPlaced:0.31255 words:6.00005 -0.0239 0.0005 existsProduct:0.00005 0.021 -0.0099 words:9.00005 heading:0.41185 -0.0371 0.0047 0.0107
evidenceCover:0.30285 margin:1.93925 -0.0304 -0.007 margin:2.95765 density:0.06915 0.0283 -0.0065 exactContext:0.50005 -0.0022 0.0285
evidenceProduct:0.13055 searchedSentence:0.41775 words:8.00005 -0.0294 -0.0075 words:6.00005 -0.0146 0.0244 topLexical:1.61415 -0.0177 has_money:0.00005 0.0162 -0.0135
fittingPlaced:0.47505 unknown:0.29415 score:6.73345 -0.0278 -0.0094 nextLeastThing:0.00005 -0.0104 0.008 score:5.93285 -0.0174 firstThing:0.50005 -0.0001 0.0207
existsAbsent:0.05005 yesNo:0.00005 heading:0.24005 -0.0148 0.0123 lastThingOwn:0.50005 0.0339 0.0074 answerCover:0.78465 -0.0387 -0.0002
own:0.70335 evidenceCover:0.30285 -0.0352 own:0.35605 -0.0215 0.0006 nextLeastThing:0.95005 rarestThingOwn:0.50005 0.0354 0.0095 chosenLength:6.15005 0.0124 -0.032
score:6.40865 answerCover:0.62965 permissionUnit:0.00005 -0.0408 -0.0105 -0.0043 content:2.70005 evidenceProduct:0.71095 -0.0121 0.0134 absentKnown:0.05005 -0.0004 0.0267
chosenUnits:5.00005 context:0.70125 0.0008 rare:0.80775 0.0337 0.0102 content:3.40005 missing:0.57455 -0.0203 0.0044 missing:0.50005 0.0203 -0.0141
pageMargin:3.91355 searchedQuestion:0.00005 pageMargin:1.83175 -0.0223 -0.0065 0.0108 existsProduct:0.05505 evidenceProduct:0.08255 -0.0128 0.0294 -0.0185
nowhereKnown:0.70005 permissionUnit:0.31525 evidenceProduct:0.10005 -0.0192 0.0084 0.03 searchedSentence:0.35815 -0.0374 -0.0029
firstThing:0.30005 absentKnown:0.60005 density:0.12205 0.0032 -0.0126 -0.0394 absentKnown:0.03505 absentKnown:0.00005 -0.0008 -0.0252 fewAbsent:0.00005 0.0187 0.0008
margin:1.93925 evidenceProduct:0.71095 chosenLength:4.35005 0.0061 -0.0227 0.0141 words:6.00005 typedNear:0.00005 0.0078 -0.0252 unknown:0.00005 0.0106 0.0345
evidenceMean:0.49725 lastThing:0.95005 pairsBroken:0.66675 0.0111 -0.019 -0.0305 existsProduct:0.05505 permissionUnit:0.00005 0.006 0.0304 permissionUnit:0.62265 -0.0294 0.0126
own:0.48155 -0.0319 exists:0.00005 own:0.81045 0.0031 0.0219 missingStrong:0.31135 0.0023 -0.0248
chosenPassages:3.00005 exists:0.00005 passage:0.98155 0.0196 -0.0188 score:8.79105 -0.0304 0.0068 covered:0.37225 titleBest:0.23755 -0.0286 0.0005 score:9.98935 0.0135 -0.0104
activityLack:0.00005 stale:0.00005 exists:0.00005 0.002 -0.0219 -0.0415 exact:0.58825 words:6.00005 0.0064 0.0295 0.0094
asksPrice:0.00005 score:6.40865 elsewhere:0.95005 -0.0268 0.0049 elsewhere:0.50005 0.0004 0.0264 evidenceCover:0.51655 -0.0361 0.0037
activityLack:0.00005 fittingPlaced:0.66675 strongest:0.00005 -0.0094 -0.0365 chosenPassages:2.00005 0.0187 -0.0124 pairsTogether:0.00005 chosenPassages:2.00005 0.0131 -0.0083 chosenUnits:6.00005 0.008 0.0331
own:0.35605 -0.0298 existsProduct:0.00005 typedAbsent:0.00005 0.0244 -0.0043 permissionUnit:0.50005 -0.0307 -0.0009
chosenPassages:3.00005 absentUnknown:0.70005 score:11.90035 -0.0054 0.0181 score:5.93285 0.003 0.0283 precision:0.22225 typedCover:0.08625 -0.0354 -0.0063 typedCover:0.00005 0.0141 -0.0235
searchedLexical:1.65325 searchLead:0.23735 -0.032 searchLead:0.48955 0.0059 -0.0123 untypedBest:0.00005 searchedLexical:2.31005 0.0021 0.0237 searchedLexical:2.68785 0.0074 -0.0373
pageMargin:1.83175 unitMargin:0.38755 pageMargin:0.22245 -0.02 0.0115 unitMargin:1.09115 -0.0252 0.0002 fitting:1.00005 covered:0.74075 0.0023 -0.0229 nowhereKnown:0.70005 0.0255 -0.0073
evidenceMean:0.29635 -0.0305 chosenPassages:3.00005 density:0.11175 0.02 0.0011 evidenceProduct:0.08255 -0.0216 -0.0008
samePage:2.00005 content:3.40005 -0.0261 0.0058 existsProduct:0.00005 margin:1.93925 0.0001 0.0209 existsProduct:0.41375 -0.0219 -0.0011
stale:0.00005 fitting:1.00005 rarestThing:0.95005 -0.0088 -0.0257 pageMargin:1.83175 -0.0044 0.0191 -0.0417
activityLack:0.00005 margin:1.93925 missing:0.50005 -0.0274 0.002 fewAbsent:0.00005 0.0115 -0.0098 topShare:0.29775 -0.0032 rarestThingOwn:0.95005 0.0379 0.0064
stale:0.00005 pageMargin:2.89045 topSentence:0.26945 -0.0206 0.0022 margin:2.54835 0.0054 0.0239 -0.0412
searchedCover:0.20885 rare:0.65225 rare:0.35275 -0.0015 -0.0342 0.0121 typeMissing:0.00005 absentKnown:0.70005 0.0141 -0.006 absentKnown:0.03505 -0.0228 0.0047
searchedPairs:0.10005 margin:1.53995 absentUnknown:0.00005 0.0088 -0.0244 absentUnknown:0.50005 0.0024 0.0254 -0.0191
own:0.35605 -0.0271 rare:0.31325 pairsTogether:0.00005 -0.0174 0.0104 rare:0.98165 0.0119 -0.0085
stale:0.00005 exact:0.14895 -0.022 asksPrice:0.00005 0.0078 -0.0179 -0.0373
stale:0.00005 activityLack:0.00005 fittingPlaced:0.00005 -0.0381 0.0059 firstThing:0.30005 0.003 0.026 -0.0455
typedAbsent:0.00005 absentKnown:0.41005 samePage:2.00005 0.0089 0.0266 existsProduct:0.00005 -0.0013 -0.0389 absentKnown:0.03505 -0.0451 samePage:2.00005 -0.0259 0.0127
stale:0.00005 searchedSentence:0.25345 permissionUnit:0.00005 -0.0188 0.0059 absentUnknown:0.50005 0.0047 0.026 -0.0296
neighbours:0.00005 unit:0.47505 pairsBroken:0.50005 0.004 -0.0058 -0.0293 typedAbsent:0.60005 exists:0.00005 0.0205 -0.0157 unit:0.57505 -0.0036 -0.0225
heading:0.27035 content:2.70005 lastThingOwn:0.00005 0.0004 -0.0313 exactContext:0.33335 -0.0103 0.0084 things:2.00005 lastThingOwn:0.50005 0.0135 -0.0117 0.0246
activityLack:0.00005 evidenceMean:0.32025 -0.0351 exact:0.45335 -0.0187 0.0025 pairsTogether:0.00005 -0.0051 topLexical:1.91745 0.0009 0.0365
activityLack:0.00005 things:1.00005 -0.0282 own:0.65425 -0.0184 0.0014 own:0.54685 -0.0034 0.0255
evidenceCover:0.62225 firstThing:0.50005 nowhereKnown:0.70005 -0.0115 -0.0422 exact:0.58825 0.012 -0.0302 headingPrecision:0.20005 lastThingOwn:0.95005 -0.0141 0.0157 conceptLack:0.00005 0.0278 0.0013
evidenceMean:0.70975 words:6.00005 content:2.56005 -0.0248 -0.0075 score:6.40865 -0.0162 0.0069 words:5.00005 -0.0058 0.024
searchedCover:0.20885 permissionUnit:0.00005 rank:0.50005 -0.0297 -0.0087 negation:0.00005 0.0052 -0.0101 headingPrecision:0.20005 searchedLexical:2.39395 -0.0123 0.0142 strongest:0.90005 0.0235 -0.0024
evidenceMean:0.53765 unitLength:9.00005 evidenceMean:0.36735 -0.0116 0.0141 missingStrong:0.10885 -0.0038 -0.0235 density:0.18625 absentUnknown:0.70005 -0.0095 0.0215 unit:0.95005 0.0322 -0.0041
nowhereKnown:0.70005 untypedBest:0.00005 share:0.82625 -0.0022 0.0168 meanThingOwn:0.95005 0.0012 -0.0284 typedAbsent:0.00005 -0.0247 0.001
samePage:2.00005 lastThing:0.90005 context:0.45005 -0.02 0.0146 meanThingOwn:0.95005 -0.0356 -0.0094 untypedBest:0.00005 passage:0.50005 -0.005 0.0133 topLexical:2.71485 0.0021 -0.0272
content:1.85005 density:0.15505 fewAbsent:0.50005 -0.0318 -0.0081 -0.0018 fittingPlaced:0.63335 searchedLexical:1.65325 0.0184 -0.0111 searchedLexical:1.93375 -0.0103 0.0256
evidenceProduct:0.13055 samePage:3.00005 typedAbsent:0.00005 -0.0054 -0.0344 evidenceProduct:0.08255 0.0046 -0.0099 moneyCover:0.00005 covered:0.96765 0.0129 -0.0095 -0.0136
exists:0.00005 rareContext:0.61215 searchedType:0.00005 -0.0224 0.0083 evidenceProduct:0.03005 -0.0037 0.0198 words:7.00005 -0.0309 -0.0076
unitMargin:0.38755 fittingPlaced:0.31255 -0.0107 searchedCover:0.18945 -0.001 0.0246 unitMargin:0.75675 -0.0341 firstThing:0.40005 -0.0238 0.0068
activityLack:0.00005 searchedLexical:1.93375 chosenLength:4.35005 -0.0003 -0.0294 fitting:1.00005 -0.0235 0.0092 fitting:5.00005 0.0292 activityLack:0.60005 0.0074 -0.0083
activityLack:0.00005 fewAbsent:0.05005 pairsTogether:0.50005 -0.0043 0.0174 exact:0.62965 -0.0082 -0.0276 rareContext:0.25855 -0.005 fewAbsent:0.50005 0.0218 0.0055
evidenceCover:0.72085 passage:0.96305 unitLength:9.00005 0.0142 -0.0072 -0.0301 unitLength:22.00005 typedProduct:0.40945 0.0319 -0.0018 -0.0081
moneyCover:0.43655 exists:0.00005 searchLead:0.32785 0.0016 0.0188 precision:0.20005 -0.0398 0.0055 -0.0231
leastThing:0.90005 absentKnown:0.77565 fittingNamed:0.10005 -0.014 0.0123 firstThing:0.40005 -0.0309 0.0132 topSentence:0.47485 searchedSentence:0.35815 -0.0086 0.0168 context:0.95005 -0.0074 -0.0256
evidenceProduct:0.03005 score:5.93285 -0.0285 density:0.10285 0.0148 -0.0214 existsProduct:0.00005 meanThing:0.48755 0.0189 0 covered:0.53855 -0.0307 0.0071
chosenLength:3.90005 leastThing:0.95005 pair:0.00005 0.0245 -0.0028 -0.0082 conceptLack:0.06005 searchedQuestion:0.01545 -0.0168 0.0136 passage:0.59815 -0.0014 0.0161
activityLack:0.00005 existsProduct:0.00005 typedAbsent:0.00005 0.0085 -0.0167 exactContext:0.50005 -0.038 -0.0084 passage:0.40305 -0.0106 0.0255
neighbours:0.00005 meanThing:0.80005 searchedCover:0.18945 -0.0209 0.0067 -0.0252 neighbours:0.47505 meanThing:0.72505 -0.0004 0.0181 searchedCover:0.28705 -0.0188 0.0009
activityLack:0.00005 asksPrice:0.00005 own:0.48155 -0.0221 0.0036 searchedCover:0.24475 -0.0054 -0.0296 activityLack:0.60005 0.0261 unknown:0.00005 0.0101 -0.0115
topShare:0.29775 answerCover:0.83335 margin:1.27395 -0.0283 0.0001 0.0113 words:7.00005 evidenceProduct:0.13055 -0.0246 0.0104 answerCover:0.96675 0.0252 0.0005
heading:0.31575 permissionUnit:0.00005 headingPrecision:0.33335 -0.0144 -0.0338 nowhereKnown:0.70005 0.0141 -0.0271 strongest:0.90005 0.0275 pageMargin:3.35955 -0.0232 0.0091
exists:0.00005 searchedSentence:0.25345 rarestThing:0.30005 -0.0221 0.0028 chosenPassages:3.00005 0.0144 -0.0044 exactContext:0.56825 -0.0411 -0.0025
own:0.48155 unitLength:10.00005 0.0079 -0.0315 nextLeastThing:0.95005 topSentence:0.43035 0.0082 0.0343 topSentence:0.47485 0.0081 -0.0135
headingPrecision:0.66675 meanThingOwn:0.66675 passage:0.65005 -0.0051 0.023 rare:0.65225 0.0041 -0.0201 evidenceMean:0.61995 0.0069 0.0241
own:0.35605 -0.0215 searchLead:0.42955 activityLack:0.00005 0.001 0.0279 own:0.96495 -0.0151 0.0134
untypedBest:0.00005 searchLead:0.42955 typedNear:1.00005 0.0199 -0.0042 topLexical:2.45985 -0.0162 0.0115 topLexical:2.71485 searchLead:0.48955 -0.0183 0.0149 -0.0335
lastThingOwn:0.50005 topShare:0.29775 answerCover:0.83335 -0.0121 0.0111 answerCover:0.96675 0.0203 -0.0032 passage:0.65005 -0.0218 typeMissing:0.00005 0.005 -0.0194
stale:0.00005 nowhereKnown:0.70005 evidenceMean:0.29635 -0.0175 0.0086 searchLead:0.48955 -0.0233 0.0006 -0.0455
permissionUnit:0.00005 rareContext:0.67605 rarestThingOwn:0.30005 -0.0017 -0.0264 has_money:0.00005 0.0152 -0.0146 absentUnknown:0.70005 searchedLexical:1.80385 -0.0142 0.0075 0.0216
titleBest:0.47505 unitMargin:0.38755 titleBest:0.14935 0.0028 0.0297 fittingPlaced:0.95005 -0.0089 0.0138 -0.0231
own:0.48155 permissionUnit:0.00005 -0.0299 0.0057 lastThingOwn:0.40005 lowCover:0.00005 0.0169 -0.0053 own:0.96495 -0.0097 0.0128
exists:0.00005 answerCover:0.97695 unknown:0.33905 0.0142 -0.0113 fittingPlaced:0.66675 -0.0338 0.0026 answerCover:0.88965 -0.0372 0.0061
own:0.35605 -0.0207 existsAbsent:0.05005 untyped:0.00005 -0.0046 0.0153 -0.0177
samePage:2.00005 searchedSentence:0.33115 -0.0253 0.0023 pairsTogether:0.00005 searchedSentence:0.41775 -0.0151 0.0149 topSentence:0.47485 0.016 -0.009
existsAbsent:0.00005 chosenPassages:3.00005 evidenceProduct:0.00125 -0.0115 0.0063 unknown:0.07695 -0.0036 -0.0257 -0.0195
precision:0.22225 unitMargin:0.38755 unitMargin:0.13505 -0.0132 0.0296 topSentence:0.26945 0.0009 -0.0248 unitMargin:0.75675 exact:0.33335 0.0124 -0.0192 topSentence:0.26945 -0.0132 0.0233
searchedType:0.30005 exactContext:0.50005 -0.0295 typedProduct:0.05505 0.0076 -0.022 moneyCover:0.00005 existsAbsent:0.05005 0.0226 -0.0151 -0.0197
existsAbsent:0.05005 has_place:0.00005 topShare:0.46295 -0.0023 0.0147 -0.017 -0.0228
asksPrice:0.00005 searchLead:0.13515 lastThingOwn:0.40005 -0.0086 0.0276 lastThingOwn:0.40005 0.0129 -0.0117 searchedCover:0.26305 -0.002 -0.0276
activityLack:0.00005 headingPrecision:0.66675 missing:0.45955 -0.0194 0.0064 0.0125 typedAbsent:0.00005 lastThing:0.85505 0.016 -0.0135 0.0207
answerCover:0.97695 answerCover:0.78465 missing:0.39065 -0.0165 0.003 fittingNamed:0.65005 0.0203 -0.0024 typedNear:0.00005 0.0052 -0.0369
samePage:2.00005 untyped:0.00005 -0.0272 nextLeastThing:0.95005 -0.0092 0.0128 topSentence:0.34315 topCover:0.25175 0.0044 -0.0208 strongest:0.40005 0.0266 0.0067
samePage:2.00005 unitMargin:0.31025 0.007 untyped:0.00005 -0.0297 -0.0076 pairsTogether:0.00005 searchedSentence:0.41775 -0.0142 0.0117 searchedCover:0.24475 0.0211 0.0018
existsAbsent:0.05005 own:0.35605 -0.0239 fittingPlaced:0.00005 -0.0067 0.0086 -0.0235
stale:0.00005 fittingNamed:0.10005 searchLead:0.48955 -0.023 -0.0014 passage:0.98155 0.0116 -0.0059 -0.0229
nowhereKnown:0.70005 typedProduct:0.05505 lacks:0.00005 0.0224 -0.0101 pageMargin:3.91355 -0.0142 0.0155 pageMargin:2.16325 -0.006 -0.0292
activityLack:0.00005 unitMargin:0.62545 unitMargin:0.13505 -0.01 0.0091 unitMargin:1.38155 -0.0236 -0.0057 unitMargin:0.21535 -0.0023 absentUnknown:0.50005 0.0221 0.0049
stale:0.00005 headingPrecision:0.25005 rareContext:0.90515 -0.0016 -0.0219 rareContext:0.90515 -0.0029 0.0155 -0.0363
nowhereKnown:0.70005 fittingNamed:0.10005 -0.0169 fittingNamed:0.85005 0.0095 -0.0086 fittingNamed:0.41675 0.0036 -0.0185
headingPrecision:0.66675 evidenceAbsent:0.05005 heading:0.00005 -0.009 0.0221 things:2.00005 -0.016 0.0013 heading:0.31575 -0.0019 0.0228
content:2.70005 conceptLack:0.00005 own:0.48155 -0.0186 0.0052 chosenLength:5.23005 -0.006 -0.0296 own:0.81045 pairsTogether:0.00005 -0.0076 0.0102 0.0213
content:1.85005 topSentence:0.36885 0.0035 -0.0276 topSentence:0.43035 elsewhere:0.50005 -0.0172 0.011 fittingNamed:0.95005 0.0343 -0.009
rareContext:0.67605 typedCover:0.35365 rare:0.39525 0.003 -0.0137 fewAbsent:0.00005 -0.0097 -0.0319 rare:0.65225 0.0291 fittingPlaced:0.95005 -0.0145 0.0137
exists:0.00005 permissionUnit:0.00005 topCover:0.17865 -0.0166 0.0013 pairsAsked:0.00005 0.0274 0.0079 absentKnown:0.17005 0.0004 -0.0359
stale:0.00005 fittingPlaced:0.00005 -0.0099 score:6.40865 -0.0026 0.0115 -0.0252
firstThing:0.30005 exactContext:0.50005 pageMargin:0.91285 0.001 -0.025 0.0062 neighbours:0.50635 neighbours:0.00005 -0.0087 0.0119 searchLead:0.48955 -0.0191 -0.0023
titleBest:0.14935 missingStrong:0.55005 meanThing:0.50005 0.0111 -0.0072 lastThing:0.00005 -0.0065 -0.0243 titleBest:0.28175 0.0251 missingStrong:0.10885 -0.0136 0.0112
answerCover:0.97695 neighbours:0.29415 answerCover:0.88965 -0.0029 -0.0201 answerCover:0.88965 0.0013 0.0172 neighbours:0.29415 -0.0028 -0.0278
stale:0.00005 topSentence:0.39615 absentKnown:0.77565 -0.0002 -0.027 exact:0.69575 0.021 -0.0034 -0.0369
existsAbsent:0.05005 content:1.85005 headingPrecision:0.00005 -0.0146 -0.0044 content:2.00005 0.023 -0.0011 -0.0243
existsProduct:0.05505 score:9.98935 firstThing:0.30005 -0.0067 0.0128 chosenLength:5.81005 0.0027 -0.0239 score:8.79105 -0.028 -0.0016
existsAbsent:0.00005 strongest:0.90005 answerCover:0.46305 -0.0081 0.0141 titleBest:0.28175 -0.0019 -0.0257 answerCover:0.75005 -0.0337 -0.0054
exists:0.00005 own:0.90805 searchedSentence:0.41775 -0.0087 0.0129 missing:0.10455 0.0027 0.0327 answerCover:0.88965 -0.0348 -0.0002
rare:0.80775 margin:1.93925 elsewhere:0.50005 -0.0179 0.0069 firstThing:0.40005 -0.0084 0.0227 typedAbsent:0.00005 0.0024 -0.0312
moneyCover:0.43655 own:0.35605 -0.0127 samePage:4.00005 0.012 -0.0026 -0.0172
activityLack:0.00005 chosenUnits:5.00005 answerCover:0.97695 0.0179 -0.0101 fewAbsent:0.00005 -0.0023 -0.0192 typedAbsent:0.00005 heading:0.24005 0.014 -0.0104 0.0275
searchedSentence:0.35815 unit:0.47505 precision:0.20005 0.0166 -0.009 covered:0.22225 -0.0265 -0.0031 unit:0.73735 precision:0.25005 0.0032 0.0222 covered:0.83255 -0.0179 0.0042
`;

/** Log odds before any tree. */
export const answerForestBias = 0.5475;
