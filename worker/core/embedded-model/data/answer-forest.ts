/** Boosted trees over the confidence features, one a line; `readForest` says how they are written. Fitted by `scripts/eval/dev-support.ts fit`. */
export const answerForest = `
topShare:0.41865 missing:0.29855 answerCover:0.75005 -0.0245 0.01 pairsTogether:0.00005 -0.0539 -0.0168 missing:0.33335 answerCover:0.97785 0.0378 0.0054 topShare:0.65015 -0.0147 0.0099
fittingNamed:0.47505 heading:0.27035 searchedSought:0.15005 -0.059 -0.0175 fittingNamed:0.25005 -0.0114 0.0238 topLexical:1.76405 neighbours:0.15005 -0.0488 0.0046 answerCover:0.50005 -0.0183 0.0361
margin:1.54595 headingPrecision:0.50005 untyped:0.00005 -0.0606 -0.013 0.0225 typeMissing:0.00005 absentKnown:0.78505 0.0338 -0.012 -0.0266
evidenceMean:0.53625 evidenceMean:0.45515 -0.062 score:7.60475 -0.0272 0.0067 evidenceMean:0.70975 typeBest:0.52785 -0.0021 0.0229 fitting:1.00005 0.0095 0.0406
evidenceCover:0.62225 evidenceCover:0.30005 context:0.74685 -0.0793 -0.015 neighbours:0.25005 -0.0327 0.0066 chosenLength:5.75005 0.05 typedAbsent:0.00005 0.0322 0.0013
activityLack:0.00005 headingPrecision:0.20005 exists:0.00005 -0.0259 -0.0565 nowhereThing:0.35005 0.0138 -0.0188 nowhereThing:0.35005 0.039 -0.0112
neighbours:0.29275 unitMargin:1.34005 rare:0.60415 -0.0517 -0.0013 topLexical:2.63005 -0.0049 0.0322 lacks:0.00005 rare:0.21555 -0.0132 0.0331 -0.0451
fittingNamed:0.47505 samePage:4.00005 untypedBest:0.00005 -0.0246 -0.0606 rarestThing:0.30005 -0.0152 0.0128 samePage:2.00005 neighbours:0.15005 -0.03 0.0124 existsProduct:0.00005 0.0355 -0.0059
context:0.52505 searchedLexical:2.03635 firstThing:0.90005 -0.0583 -0.0128 typedAbsent:0.70005 0.0096 -0.0449 untypedBest:0.00005 searchedLexical:1.78975 -0.0177 0.0419 firstThing:0.90005 -0.0026 -0.045
fittingPlaced:0.47505 meanThingOwn:0.00005 -0.0133 fittingPlaced:0.33335 -0.0532 -0.0227 searchedCover:0.19035 density:0.15465 -0.0261 0.011 fittingPlaced:0.63335 0.0026 0.0385
score:8.86325 activityLack:0.00005 margin:1.54595 -0.0508 -0.0157 missing:0.50005 0.0296 -0.0332 fitting:1.00005 score:12.02285 -0.0275 0.0228 rareContext:0.57075 0.0112 0.0455
lowCover:0.00005 searchedLexical:2.12425 density:0.15465 -0.0288 0.0166 typedAbsent:0.70005 0.0304 -0.0101 margin:1.54595 -0.0605 typedProduct:0.00005 -0.0212 0.0081
evidenceMean:0.57035 words:7.00005 evidenceMean:0.48965 -0.0499 -0.0141 own:0.70005 -0.0306 0.0248 own:0.55365 evidenceMean:0.70975 -0.0213 0.0017 own:0.94765 0.0213 0.0442
fittingPlaced:0.47505 heading:0.27035 fittingPlaced:0.30065 -0.0605 -0.0225 -0.0089 neighbours:0.00005 fittingPlaced:0.95005 -0.0373 0.0097 firstThing:0.85505 0.008 0.0381
searchedLexical:2.12425 permissionUnit:0.50005 conceptLack:0.12005 -0.0343 -0.0103 0.0083 typeMissing:0.00005 meanThing:0.50005 -0.0047 0.0356 -0.0377
evidenceCover:0.57315 activityLack:0.00005 evidenceCover:0.30005 -0.0582 -0.0246 margin:1.94265 -0.0055 0.0266 topLexical:2.45985 activityLack:0.00005 -0.0021 0.0325 0.0384
evidenceProduct:0.13035 words:8.00005 words:7.00005 -0.0443 -0.0149 evidenceProduct:0.01515 -0.0248 0.0151 topLexical:2.36805 typedNear:0.00005 0.0083 -0.0333 chosenLength:5.75005 0.0413 0.0159
topCover:0.17865 exact:0.50005 -0.0455 0.0025 has_money:0.00005 answerCover:0.75005 -0.002 0.0268 meanThingOwn:0.65005 -0.0086 -0.0314
fittingPlaced:0.66675 own:0.70005 neighbours:0.25005 -0.0515 -0.0073 answerCover:0.97785 0.0089 -0.0442 neighbours:0.00005 own:0.86545 -0.0123 0.0109 answerCover:0.83335 0.0094 0.0339
evidenceCover:0.57315 chosenPassages:3.00005 evidenceCover:0.30005 -0.0407 0.0039 -0.0461 chosenPassages:2.00005 0.0377 lastThing:0.85505 0.0236 -0.0073
fittingPlaced:0.50005 margin:1.54595 chosenLength:4.60005 -0.0117 -0.0496 fewAbsent:0.05005 0.016 -0.0357 margin:1.54595 searchedSought:0.00005 0.0114 -0.0218 fewAbsent:0.09755 0.0358 0.0084
evidenceCover:0.57315 evidenceCover:0.30005 -0.0425 rare:0.26485 -0.0203 -0.0004 evidenceCover:0.72085 rarestThingOwn:0.40005 0.0142 -0.0091 typedAbsent:0.00005 0.0315 0.0118
searchedSentence:0.23215 strongest:0.50005 words:8.00005 -0.0391 -0.0098 0.0092 words:7.00005 searchedSentence:0.36065 -0.0148 0.0143 searchLead:0.32785 0.0045 0.0382
topShare:0.26785 answerCover:0.83335 -0.0472 0.0123 untypedBest:0.00005 content:1.85005 -0.0098 0.0235 answerCover:0.97785 -0.0027 -0.0483
margin:1.94265 neighbours:0.00005 -0.0479 fitting:3.00005 -0.036 0.0044 searchLead:0.28105 fitting:3.00005 -0.0202 0.006 margin:2.57675 -0.0023 0.0313
evidenceMean:0.45515 activityLack:0.00005 evidenceMean:0.31625 -0.0546 -0.0195 missing:0.45215 0.0212 -0.023 asksPrice:0.00005 evidenceMean:0.66415 0.0061 0.0277 -0.0286
topShare:0.33575 fewAbsent:0.00005 absentKnown:0.78505 -0.0024 -0.0333 -0.0461 evidenceCover:0.30005 pairsAsked:0.00005 -0.0018 -0.0398 words:6.00005 -0.0004 0.0263
evidenceAbsent:0.06835 searchedSought:0.00005 0.0303 -0.0023 words:6.00005 absentKnown:0.60005 -0.0119 -0.0497 searchedCover:0.28935 -0.0085 0.023
exactContext:0.50005 searchLead:0.59365 leastThing:0.30005 -0.0402 -0.0021 exactContext:0.42555 0.0188 -0.0046 precision:0.21435 heading:0.00005 -0.0319 0.0065 chosenUnits:6.00005 0.034 0.0066
fewAbsent:0.09755 unitLength:19.00005 evidenceAbsent:0.60005 0.0307 0.0064 meanThing:0.66675 -0.0239 0.0092 unitLength:11.00005 absentKnown:0.17505 0.011 -0.0087 unitLength:22.00005 -0.0387 0.0033
fittingPlaced:0.30065 searchedSentence:0.38415 -0.0483 -0.0101 topShare:0.26785 yesNo:0.00005 -0.0298 0.002 heading:0.27035 0.0043 0.0262
evidenceMean:0.40675 heading:0.27035 elsewhere:0.95005 -0.0389 -0.0123 -0.0046 searchedLexical:2.39145 heading:0.23605 -0.0178 0.0127 elsewhere:0.70005 0.0318 0.0061
margin:1.54595 permissionUnit:0.00005 topSentence:0.43035 -0.0345 -0.0048 topSentence:0.32095 -0.0148 0.023 topSentence:0.22615 -0.0086 rarestThingOwn:0.30005 0.031 0.0096
existsAbsent:0.05005 context:0.30775 -0.0311 searchedLexical:2.12425 -0.0118 0.0174 answerCover:0.71775 -0.057 -0.0119
exists:0.00005 typedProduct:0.00005 rare:0.26485 -0.0051 0.0233 passage:0.50005 -0.0207 0.0021 covered:0.53855 -0.0467 0.006
firstThing:0.30005 absentKnown:0.17505 searchLead:0.32785 -0.0186 0.0112 absentKnown:0.60005 -0.0154 -0.0491 searchLead:0.28105 absentKnown:0.05005 -0.0269 0.0029 evidenceProduct:0.24755 -0.0059 0.0222
activityLack:0.00005 topSentence:0.22615 firstThing:0.50005 -0.0539 -0.0099 content:2.70005 -0.0198 0.0105 rareContext:0.25905 -0.0234 0.0366
evidenceCover:0.30005 -0.0291 headingPrecision:0.25005 absentKnown:0.10005 0.012 -0.0152 strongest:0.95005 0.0279 -0.0091
searchedLexical:2.03635 unitLength:9.00005 0.0106 words:6.00005 -0.0377 -0.0015 missing:0.45215 content:1.85005 -0.0073 0.0223 margin:1.54595 -0.0176 0.0048
evidenceMean:0.57035 asksPrice:0.00005 existsProduct:0.00005 -0.0071 -0.0389 -0.0415 asksPrice:0.00005 absentKnown:0.41355 0.026 -0.0036 -0.0107
evidenceMean:0.53625 evidenceMean:0.36525 leastThing:0.50005 -0.0337 -0.0033 chosenPassages:3.00005 0.0032 -0.0195 chosenPassages:3.00005 leastThing:0.90005 0.0322 0.0103 rare:0.60415 0.002 -0.0267
precision:0.14295 exact:0.33335 topSentence:0.29645 -0.017 0.0135 -0.0302 topSentence:0.22615 absentKnown:0.17505 0.0081 -0.023 searchedLexical:1.63865 -0.0143 0.0208
chosenPassages:3.00005 fewAbsent:0.09755 unit:0.25005 -0.0086 0.0212 unit:0.62885 0.0003 -0.0304 headingPrecision:0.20005 -0.0354 topSentence:0.29645 -0.0222 0.0189
topSentence:0.26945 yesNo:0.00005 own:0.75745 -0.0417 0.0006 samePage:3.00005 0.0009 -0.0098 lowCover:0.00005 has_money:0.00005 0.024 -0.019 samePage:4.00005 -0.0286 -0.0051
chosenPassages:3.00005 fittingPlaced:0.30065 words:7.00005 -0.0226 0.0032 existsProduct:0.00005 0.0207 -0.0165 words:9.00005 heading:0.30975 -0.0402 -0.0049 0.0092
evidenceCover:0.30005 exactContext:0.57455 -0.0298 -0.0107 margin:0.14275 -0.0212 exactContext:0.50005 0.0007 0.0204
evidenceProduct:0.01515 searchedLexical:2.59865 -0.0338 -0.0091 searchLead:0.28105 searchedLexical:2.03635 -0.0263 0.0033 words:6.00005 -0.0029 0.0231
fittingPlaced:0.47505 unknown:0.29415 firstThing:0.00005 -0.0061 -0.0232 nextLeastThing:0.00005 -0.0114 0.0081 score:6.07195 -0.0155 firstThing:0.50005 0.0009 0.0219
heading:0.27035 yesNo:0.00005 answerCover:0.95005 -0.0089 -0.0257 existsAbsent:0.00005 0.0242 -0.0268 heading:0.50005 meanThing:0.62505 0.0095 0.0309 topLexical:2.71485 0.0126 -0.0188
own:0.75745 evidenceCover:0.30005 -0.0343 own:0.55365 -0.0135 0.0069 absentUnknown:0.50005 evidenceCover:0.57315 -0.0127 0.0179 nextLeastThing:0.95005 0.0387 0.0116
score:6.50355 answerCover:0.66675 absentKnown:0.17505 -0.0076 -0.0391 -0.0059 content:2.70005 evidenceProduct:0.71095 -0.0148 0.015 absentKnown:0.05005 -0.0027 0.0289
chosenUnits:4.00005 context:0.70125 -0.0033 0.021 content:2.56005 missing:0.45215 -0.0299 0.0023 context:0.30775 -0.0221 0.01
pageMargin:2.91825 negation:0.00005 unitMargin:0.49335 -0.0094 -0.0272 unknown:0.00005 -0.0054 0.0162 exists:0.00005 evidenceProduct:0.01515 -0.015 0.021 -0.0165
nowhereKnown:0.70005 permissionUnit:0.31155 evidenceProduct:0.10005 -0.0225 0.0077 permissionUnit:0.80005 0.0334 0.0097 searchedSentence:0.36065 -0.0378 -0.0059
firstThing:0.85505 absentKnown:0.41355 absentKnown:0.03505 -0.0104 0.0152 -0.0298 absentKnown:0.41355 lowCover:0.00005 0.0037 -0.0207 firstThing:0.95005 0.0264 0.0032
margin:1.54595 evidenceProduct:0.53095 words:8.00005 -0.0242 -0.0039 0.0012 words:6.00005 evidenceProduct:0.24755 -0.0297 0.0086 fitting:1.00005 0.0002 0.0283
existsProduct:0.00005 permissionUnit:0.00005 evidenceMean:0.57035 -0.0172 0.0131 0.0335 exact:0.50005 -0.0465 0.0106
own:0.42355 -0.0342 exists:0.00005 own:0.94765 0.0055 0.0253 missingStrong:0.38335 0.0022 -0.0378
chosenPassages:3.00005 exists:0.00005 untypedBest:0.00005 0.0204 -0.0114 score:8.86325 -0.0323 0.0077 typeBest:0.36115 score:7.18775 -0.0259 0.0136 -0.0351
activityLack:0.00005 stale:0.00005 exists:0.00005 -0.0005 -0.021 -0.0438 activityLack:0.60005 0.0331 words:8.00005 0.0014 0.0162
asksPrice:0.00005 score:6.50355 evidenceCover:0.44305 -0.0221 0.0034 elsewhere:0.50005 0.0013 0.0266 evidenceCover:0.51145 -0.0391 0.0024
activityLack:0.00005 evidenceProduct:0.71095 content:2.70005 -0.0312 -0.0043 content:1.70005 -0.0053 0.0219 pairsTogether:0.00005 0.0012 chosenPassages:3.00005 0.0349 0.0108
own:0.42355 permissionUnit:0.00005 -0.046 0.0106 existsProduct:0.00005 typedAbsent:0.00005 0.0246 -0.002 unitLength:15.00005 -0.0084 -0.0348
chosenPassages:3.00005 absentUnknown:0.70005 score:12.02285 -0.0055 0.0203 score:6.50355 0.0094 0.0303 precision:0.21435 -0.0306 pairsAsked:1.00005 0.0082 -0.0234
searchedLexical:1.63865 searchLead:0.23735 -0.0305 searchLead:0.48955 0.006 -0.0113 untypedBest:0.00005 searchedLexical:2.31005 0.0019 0.0215 searchedLexical:2.68785 0.008 -0.0356
pageMargin:1.82525 fewAbsent:0.09755 typedCover:0.00005 0.0052 -0.018 searchedSentence:0.27975 -0.0087 -0.0318 fitting:1.00005 searchedSought:0.00005 -0.0217 0.0136 nowhereKnown:0.70005 0.0261 -0.0064
evidenceMean:0.28995 -0.0262 chosenPassages:3.00005 density:0.11175 0.0196 -0.0009 permissionUnit:0.41305 -0.016 0.004
existsProduct:0.00005 margin:1.54595 headingPrecision:0.50005 -0.0117 0.0151 content:1.85005 -0.004 0.0206 -0.0244
stale:0.00005 fitting:1.00005 rarestThing:0.50005 0.0024 -0.031 pageMargin:1.82525 -0.0042 0.0205 -0.043
activityLack:0.00005 searchLead:0.59365 topShare:0.41865 -0.0315 -0.0074 leastThing:0.90005 0.0169 -0.0131 missing:0.45215 0.0342 -0.0041
stale:0.00005 topSentence:0.22615 topSentence:0.17245 -0.0047 -0.0274 margin:1.54595 -0.0014 0.0191 -0.0435
searchedCover:0.22895 own:0.70005 exact:0.25005 0.0013 -0.0301 meanThing:0.48755 0.0255 -0.0059 typedAbsent:0.70005 meanThing:0.80005 0.0244 0.0064 exact:0.58825 0.0088 -0.0269
margin:1.54595 absentUnknown:0.00005 topLexical:2.01795 0.0235 -0.004 absentUnknown:1.00005 -0.0379 0.0113 absentUnknown:0.00005 topLexical:1.91745 -0.02 0.001 topLexical:2.01795 0.0058 0.0262
own:0.55365 pageMargin:0.41855 lastThingOwn:0.30005 -0.0029 0.0074 pageMargin:1.47405 -0.0355 0.0001 pairsAsked:0.00005 rare:0.80775 0.0279 -0.0102 rare:0.26485 -0.0158 0.0066
asksPrice:0.00005 exactContext:0.50005 exactContext:0.38105 -0.0004 -0.0184 covered:0.96765 0.0164 -0.0126 density:0.14425 -0.0287 -0.0064
stale:0.00005 activityLack:0.00005 fittingPlaced:0.00005 -0.036 0.0047 activityLack:0.60005 0.0346 0.0051 -0.0479
typedAbsent:0.00005 absentKnown:0.41355 rank:0.50005 0.0099 0.0281 existsProduct:0.00005 0.0007 -0.0401 absentKnown:0.05005 absentKnown:0.03505 -0.0403 -0.0105 samePage:2.00005 -0.0212 0.0124
stale:0.00005 searchedSentence:0.25475 elsewhere:0.50005 -0.0275 -0.0012 absentUnknown:0.00005 0.0055 0.0246 -0.0325
exists:0.00005 typedAbsent:0.06005 rank:0.50005 -0.0069 0.0201 neighbours:0.15005 -0.0232 -0.0015 covered:0.53855 -0.0363 -0.0002
heading:0.27035 content:2.70005 density:0.15465 -0.0321 -0.0064 exactContext:0.33335 -0.0117 0.0104 nowhereKnown:0.00005 density:0.20335 0.0234 -0.0024 -0.0095
activityLack:0.00005 evidenceMean:0.70975 meanThingOwn:0.66675 -0.0145 -0.0381 topLexical:2.63005 -0.0089 0.0183 activityLack:0.60005 0.0299 leastThing:0.30005 -0.0143 0.0108
activityLack:0.00005 own:0.94765 things:2.00005 -0.0246 -0.008 density:0.13365 -0.0077 0.0085 own:0.55365 -0.0007 0.0255
evidenceCover:0.62225 firstThing:0.50005 nowhereKnown:0.70005 -0.0102 -0.0419 exact:0.58825 0.0113 -0.027 headingPrecision:0.20005 lastThingOwn:0.95005 -0.0207 0.0143 things:2.00005 0.0081 0.0324
evidenceMean:0.70975 words:6.00005 content:2.56005 -0.024 -0.007 score:6.50355 -0.0199 0.0076 words:5.00005 -0.0047 0.0245
searchedCover:0.22895 permissionUnit:0.00005 rank:0.50005 -0.0363 -0.0051 exactContext:0.42555 -0.0127 0.0093 headingPrecision:0.20005 searchedLexical:2.39145 -0.0139 0.0113 searchedLexical:2.68785 0.0288 0.0004
evidenceMean:0.36525 pairsBroken:0.66675 unit:0.50005 0.011 -0.0156 -0.0388 unitLength:9.00005 things:2.00005 0.0236 0.007 evidenceMean:0.70975 -0.0124 0.0099
nowhereKnown:0.70005 untypedBest:0.00005 meanThingOwn:0.66675 0.0177 0.003 heading:0.27035 -0.0278 0.0034 typedAbsent:0.00005 -0.0238 0.0045
samePage:2.00005 density:0.16675 absentUnknown:0.00005 -0.0324 -0.0076 0.0033 untypedBest:0.00005 lastThing:0.95005 0.0001 0.0172 topLexical:2.71485 0.0017 -0.0274
topShare:0.26785 fewAbsent:0.09755 fittingPlaced:0.33335 0.0089 -0.0142 -0.0284 content:1.85005 pageMargin:3.88985 -0.0187 0.0026 fittingPlaced:0.63335 -0.0016 0.0168
evidenceProduct:0.13035 samePage:3.00005 typedAbsent:0.00005 -0.009 -0.0268 covered:0.53855 0.0038 -0.0098 moneyCover:0.00005 timeCover:0.00005 0.0131 -0.0099 -0.0147
exists:0.00005 searchedLexical:1.93025 pairsAsked:1.00005 0.0047 -0.0246 evidenceProduct:0.00045 -0.0145 0.0177 searchedType:0.30005 -0.0088 -0.0334
headingPrecision:0.50005 chosenLength:4.60005 covered:0.00005 0.0214 -0.0058 unitMargin:0.49335 0.0013 -0.0236 heading:0.27035 -0.0073 0.0229
activityLack:0.00005 fitting:1.00005 missing:0.00005 -0.0388 -0.0003 chosenLength:4.93005 0.0178 -0.013 missing:0.45215 searchedLexical:2.03635 0.0061 0.0299 -0.0069
activityLack:0.00005 nowhereKnown:0.70005 exact:0.33335 0.0135 -0.0099 lastThingOwn:0.30005 -0.0021 -0.0295 pairsTogether:0.00005 -0.0031 0.0271
evidenceCover:0.72085 unitLength:11.00005 passage:0.65005 -0.0049 0.0187 unitLength:28.00005 -0.0186 0.0145 typedProduct:0.43155 unitLength:19.00005 0.033 -0.0007 -0.0004
exists:0.00005 asksPrice:0.00005 searchLead:0.32785 0.0003 0.0245 rarestThingOwn:0.30005 -0.0005 -0.028 precision:0.20005 -0.0395 0.003
context:0.95005 topSentence:0.43035 topSentence:0.39615 0.0022 -0.0233 leastThing:0.90005 0.0202 0.0033 -0.0183
evidenceProduct:0.02915 leastThing:0.00005 score:6.50355 -0.0315 -0.0063 0.0023 existsProduct:0.00005 meanThing:0.48755 0.0192 -0.0017 covered:0.53855 -0.0318 0.0095
asksPrice:0.00005 conceptLack:0.06005 answerCover:0.83335 -0.0134 0.006 passage:0.60005 0.0031 0.0283 nextLeastThing:0.95005 -0.005 -0.0284
activityLack:0.00005 existsProduct:0.00005 typedAbsent:0.00005 0.0064 -0.0159 -0.0321 activityLack:0.60005 0.0269 pageMargin:1.82525 -0.0179 0.0135
neighbours:0.00005 meanThing:0.80005 searchedCover:0.19035 -0.0199 0.0046 -0.0236 typeMissing:0.00005 searchedCover:0.24485 -0.0024 0.0112 -0.0103
activityLack:0.00005 asksPrice:0.00005 own:0.42355 -0.0241 0.0006 searchedCover:0.24485 -0.0079 -0.0307 activityLack:0.60005 0.0297 unknown:0.00005 0.01 -0.012
topShare:0.41865 margin:1.54595 fewAbsent:0.70005 -0.0213 0.0029 unitMargin:0.29585 0.0158 -0.0045 evidenceProduct:0.13035 words:7.00005 -0.026 0.0185 answerCover:0.98545 0.0212 0.0038
heading:0.30975 permissionUnit:0.31155 headingPrecision:0.33335 -0.0137 -0.0313 headingPrecision:0.20005 -0.0031 0.0134 strongest:0.95005 neighbours:0.50365 0.0297 -0.0043 -0.0132
exists:0.00005 searchedSentence:0.23215 rarestThing:0.30005 -0.0264 0.0039 rarestThing:0.85505 0.0166 0.0001 exactContext:0.57455 -0.0412 -0.0003
own:0.55365 unitLength:10.00005 0.0112 yesNo:0.00005 -0.0365 0.0015 exists:0.00005 evidenceCover:0.30005 -0.006 0.0176 evidenceCover:0.66815 -0.02 0.0023
headingPrecision:0.66675 meanThingOwn:0.66675 passage:0.65005 -0.0041 0.0235 rare:0.65805 0.0054 -0.0245 searchLead:0.42955 0.024 0.0071
activityLack:0.00005 margin:1.54595 margin:0.82455 -0.008 -0.0267 searchedLexical:1.93025 -0.016 0.0097 searchLead:0.42955 0.0261 0.0006
untypedBest:0.00005 elsewhere:0.50005 topLexical:2.45985 -0.0082 0.0095 typedCover:0.36115 0.0198 -0.0032 topLexical:2.71485 searchLead:0.48955 -0.0195 0.019 -0.0319
answerCover:0.97785 topShare:0.19565 nextLeastThing:0.30005 -0.005 -0.0203 lastThingOwn:0.50005 0.0176 0.0001 untypedBest:0.00005 topShare:0.57445 0.0099 -0.0081 -0.0369
stale:0.00005 nowhereKnown:0.70005 fittingNamed:0.25005 -0.0088 0.009 searchLead:0.48955 -0.0237 -0.0004 -0.0487
permissionUnit:0.00005 topCover:0.17865 rareContext:0.25905 -0.0023 -0.0254 rarestThingOwn:0.30005 0.0099 -0.0096 searchedLexical:1.78975 -0.0055 searchedLexical:2.39145 0.0229 0.0065
timeCover:0.61675 topSentence:0.34315 fittingPlaced:0.66675 -0.0114 0.0068 unitMargin:2.45745 0.0155 -0.0111 -0.0172
own:0.90955 typeBest:0.36115 evidenceMean:0.70975 -0.0067 0.0165 pairsAsked:1.00005 -0.0076 -0.0306 passage:0.90695 typedAbsent:0.00005 0.0046 0.0253 typedAbsent:0.00005 0 -0.011
exists:0.00005 answerCover:0.97785 fittingPlaced:0.30065 -0.0133 0.0142 fittingPlaced:0.66675 -0.0325 0.0045 answerCover:0.83335 -0.0377 0.0061
existsAbsent:0.05005 untyped:0.00005 density:0.11175 0.0051 -0.015 unitLength:22.00005 0.0187 -0.0075 -0.0201
samePage:2.00005 searchedSentence:0.33115 yesNo:0.00005 -0.0307 -0.0022 0.0001 covered:0.00005 searchedSentence:0.41785 -0.0018 0.0268 topSentence:0.47485 0.002 -0.0146
has_money:0.00005 existsAbsent:0.00005 chosenPassages:3.00005 0.0079 -0.0095 -0.0173 -0.0207
precision:0.42865 precision:0.28575 topSentence:0.34315 -0.0138 0.0033 firstThing:0.95005 0.021 0.0025 unitMargin:0.74855 -0.0247 unitMargin:2.45745 0.0089 -0.0078
searchedType:0.30005 exactContext:0.50005 searchedCover:0.17035 -0.0063 -0.0342 typedProduct:0.06075 0.0086 -0.0158 moneyCover:0.00005 existsAbsent:0.05005 0.0232 -0.0186 -0.0187
existsAbsent:0.05005 topShare:0.33575 fittingNamed:0.33335 -0.0017 -0.013 words:8.00005 0.0019 0.0254 -0.0218
asksPrice:0.00005 pair:0.00005 searchedCover:0.11345 -0.0164 0.0105 searchLead:0.23735 0.0039 -0.0156 searchedCover:0.26365 -0.0045 -0.0261
activityLack:0.00005 headingPrecision:0.66675 missing:0.45215 -0.0201 0.0031 0.013 activityLack:0.60005 rarestThingOwn:0.50005 0.0299 0.0034 -0.0034
answerCover:0.97785 answerCover:0.75005 missing:0.10005 -0.0287 -0.0017 fittingNamed:0.65005 0.022 -0.0071 typedNear:0.00005 0.0039 -0.0377
samePage:2.00005 untyped:0.00005 -0.0248 strongest:0.30005 -0.0154 0.0131 topSentence:0.43035 topCover:0.25175 0.0064 -0.0117 content:1.70005 -0.001 0.0254
samePage:2.00005 unitMargin:0.38755 0.0051 searchedSentence:0.27975 -0.0305 -0.0107 pairsTogether:0.00005 searchedSentence:0.41785 -0.0135 0.0096 missing:0.25645 0.0024 0.0202
existsAbsent:0.05005 own:0.36195 -0.0194 meanThingOwn:0.50005 0.013 0.001 -0.0222
stale:0.00005 fittingNamed:0.00005 searchedType:0.30005 -0.028 0.0104 passage:0.98155 0.0114 -0.0091 -0.0255
nowhereKnown:0.70005 permissionUnit:0.00005 pageMargin:0.41855 -0.0214 0.0084 existsProduct:0.00005 0.0285 0.008 pageMargin:2.16525 -0.0055 -0.0282
activityLack:0.00005 absentUnknown:0.70005 has_money:0.00005 -0.009 -0.028 unitMargin:0.93265 0.0116 -0.0087 unitMargin:0.20305 0.0005 0.0224
stale:0.00005 headingPrecision:0.50005 searchedCover:0.33935 -0.0086 0.003 0.0112 -0.0401
nowhereKnown:0.70005 fittingNamed:0.25005 -0.0158 fittingNamed:0.83335 0.0106 -0.0057 fittingNamed:0.33335 0.0047 -0.0163
headingPrecision:0.66675 evidenceAbsent:0.05005 heading:0.00005 -0.0107 0.0223 headingPrecision:0.00005 0.0009 -0.0159 heading:0.30975 -0.0011 0.0216
content:2.70005 own:0.42355 -0.0209 absentUnknown:0.50005 -0.0051 0.0144 own:0.36195 -0.0058 conceptLack:0.06005 0.0054 0.0245
content:1.85005 topSentence:0.36885 0.0076 -0.0289 topSentence:0.43035 elsewhere:0.50005 -0.0199 0.0087 fittingNamed:0.95005 0.0318 0.0001
absentUnknown:0.25005 fittingPlaced:0.95005 rare:0.40005 0.0127 -0.0126 rare:0.80775 0.023 0.0051 nextLeastThing:0.95005 nextLeastThing:0.00005 -0.016 0.0099 missing:0.38465 -0.0338 -0.0059
exists:0.00005 permissionUnit:0.00005 topCover:0.17865 -0.0204 0.0022 meanThingOwn:0.50005 0.0251 0.0002 absentKnown:0.17505 -0.0005 -0.0368
stale:0.00005 firstThing:0.50005 missing:0.45215 -0.0109 0.0139 evidenceAbsent:0.50005 0.0023 0.0186 -0.0282
firstThing:0.30005 answerCover:0.78385 searchLead:0.32785 -0.0267 -0.0067 0.0061 neighbours:0.61675 answerCover:0.97785 0.0109 -0.0108 -0.0154
titleBest:0.14815 absentKnown:0.70005 absentKnown:0.03505 -0.0143 0.0069 lastThing:0.00005 -0.0008 -0.0263 searchedType:0.30005 -0.0037 conceptLack:0.00005 0.0243 0.006
answerCover:0.97785 neighbours:0.00005 answerCover:0.58215 0.0018 -0.0205 answerCover:0.46305 -0.0117 0.005 neighbours:0.29275 -0.0033 -0.024
activityLack:0.00005 heading:0.23605 untyped:0.00005 -0.0271 -0.003 topSentence:0.34315 -0.013 0.0157 activityLack:0.60005 absentKnown:0.41355 0.0313 0.0017 -0.0081
existsAbsent:0.05005 headingPrecision:0.20005 chosenUnits:2.00005 -0.0269 -0.0006 firstThing:0.95005 0.0147 -0.0061 -0.0237
existsProduct:0.05505 firstThing:0.30005 density:0.08735 0.0015 -0.0159 moneyCover:0.00005 0.0104 -0.0094 firstThing:0.50005 -0.0289 -0.003
existsAbsent:0.00005 rare:0.72735 answerCover:0.88965 0 0.0224 answerCover:0.97785 0.0019 -0.0218 answerCover:0.78385 -0.0332 0.0002
exists:0.00005 density:0.22945 searchedSentence:0.18195 -0.0157 0.0122 -0.024 answerCover:0.88965 -0.0358 0.0046
elsewhere:0.50005 margin:1.94265 firstThing:0.40005 0.0031 -0.0259 rare:0.72735 0.0111 -0.0068 firstThing:0.00005 -0.0093 firstThing:0.95005 0.0219 0.0009
moneyCover:0.00005 score:6.50355 own:0.70005 -0.015 0.0081 score:8.46705 0.0191 0.0002 score:8.86325 -0.017 -0.0033
activityLack:0.00005 chosenUnits:4.00005 typedAbsent:0.06005 0.0226 -0.0109 precision:0.11115 0.0092 -0.0151 typedAbsent:0.00005 heading:0.23605 0.0141 -0.0096 0.0313
searchedSentence:0.38415 unit:0.38815 nowhereKnown:0.70005 0.0122 -0.0146 chosenUnits:4.00005 0.0056 -0.0172 unit:0.74075 nowhereKnown:0.70005 0.0258 -0.0057 precision:0.40005 0.0018 -0.013
`;

/** Log odds before any tree. */
export const answerForestBias = 0.5604;
